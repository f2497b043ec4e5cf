package dev.handlens.ui.walkthrough;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Turns CommonMark into nodes. Raw HTML and pictures are left out: a scenario file comes from anybody, and its words are only words.
final class Markdown {
    private static final int DEEPEST = 20;
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST).build();

    private Markdown() {}

    /// Paragraphs, lists, quotes, code blocks and small headings, one under the other.
    static List<Region> blocks(String markdown) {
        List<Region> out = new ArrayList<>();
        addBlocks(PARSER.parse(markdown), out);
        return out;
    }

    /// One paragraph, for a title or a sentence in a card; blocks that follow the first are left out.
    ///
    /// @param lead words to begin with in bold, such as `Predict.`; may be empty
    /// @param leadClass style class of these words
    static Prose sentence(String markdown, String lead, String leadClass) {
        Prose prose = new Prose();
        if (!lead.isEmpty()) {
            prose.add(lead + " ", List.of("strong", leadClass));
        }
        Node first = PARSER.parse(markdown).getFirstChild();
        if (first != null) {
            addInline(first, prose, List.of());
        }
        return prose;
    }

    private static void addBlocks(Node parent, List<Region> out) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> out.add(styled(inline(heading, List.of("strong")), "prose-heading"));
                case Paragraph paragraph -> out.add(inline(paragraph, List.of()));
                case FencedCodeBlock code -> out.add(codeBlock(code.getLiteral()));
                case IndentedCodeBlock code -> out.add(codeBlock(code.getLiteral()));
                case BlockQuote quote -> out.add(styled(nested(quote), "prose-quote"));
                case BulletList list -> out.add(list(list, 0));
                case OrderedList list -> out.add(list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber()));
                case ThematicBreak _ -> out.add(new Separator());
                // The library's node types are open; what is not named here (HTML) is not shown.
                default -> { }
            }
        }
    }

    private static VBox nested(Node parent) {
        List<Region> blocks = new ArrayList<>();
        addBlocks(parent, blocks);
        VBox box = new VBox(6);
        box.getChildren().addAll(blocks);
        return box;
    }

    /// @param first number of the first item, or 0 for bullets
    private static VBox list(Node list, int first) {
        VBox items = new VBox(4);
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(first > 0 ? number++ + "." : "•");
            mark.getStyleClass().add("prose-mark");
            VBox body = nested(item);
            HBox.setHgrow(body, Priority.ALWAYS);
            items.getChildren().add(new HBox(mark, body));
        }
        return items;
    }

    private static Region codeBlock(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        return styled(label, "prose-code-block");
    }

    private static Region styled(Region region, String styleClass) {
        region.getStyleClass().add(styleClass);
        return region;
    }

    private static Prose inline(Node parent, List<String> classes) {
        Prose prose = new Prose();
        addInline(parent, prose, classes);
        return prose;
    }

    private static void addInline(Node parent, Prose prose, List<String> classes) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> prose.add(text.getLiteral(), classes);
                case Code code -> prose.add(code.getLiteral(), with(classes, "code"));
                case SoftLineBreak _ -> prose.add(" ", classes);
                case HardLineBreak _ -> prose.add("\n", classes);
                case Emphasis emphasis -> addInline(emphasis, prose, with(classes, "emphasis"));
                case StrongEmphasis strong -> addInline(strong, prose, with(classes, "strong"));
                case Link link -> addInline(link, prose, with(classes, "link"));
                // The library's node types are open; the words inside what is not named here are kept.
                default -> addInline(node, prose, classes);
            }
        }
    }

    private static List<String> with(List<String> classes, String more) {
        List<String> all = new ArrayList<>(classes);
        all.add(more);
        return all;
    }
}
