package dev.handlens.scenario;

import dev.handlens.source.VisibleText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Makes nodes from the parser's events, and refuses whatever a scenario does not need: anchors, aliases, tags, further documents, keys
/// that are not text, keys that stand twice. The library's composer is not used: it expands aliases and recurses without a limit.
final class YamlParser {
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 200_000;
    private static final int LONGEST_KEY = 200;

    /// A list or mapping whose end has not been seen.
    private static final class Open {
        final List<YamlNode> items = new ArrayList<>();
        final SequencedMap<String, YamlNode.Entry> fields = new LinkedHashMap<>();
        final boolean mapping;
        final Place place;
        YamlNode.Text key;

        Open(boolean mapping, Place place) {
            this.mapping = mapping;
            this.place = place;
        }

        YamlNode close() {
            return mapping ? new YamlNode.Fields(fields, place) : new YamlNode.Items(List.copyOf(items), place);
        }
    }

    private final Deque<Open> stack = new ArrayDeque<>();
    private YamlNode root;
    private int nodes;
    private int documents;

    private YamlParser() {}

    /// @param text text that `FileText` has checked
    static YamlNode parse(String file, String text) throws Mistake {
        YamlParser parser = new YamlParser();
        LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(FileText.MOST_BYTES).setUseMarks(true).build();
        try {
            ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                parser.take(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            throw YamlComplaint.of(e);
        } catch (YamlEngineException e) {
            throw new Mistake(new Place(1, 1), "this is not YAML: " + YamlNode.quoted(e.getMessage()));
        }
        if (parser.root == null) {
            throw new Mistake(new Place(1, 1), "the file has no content; a scenario begins with 'handlens: 1'");
        }
        return parser.root;
    }

    static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(new Place(1, 1));
    }

    private void take(Event event) throws Mistake {
        Place place = place(event.getStartMark());
        switch (event) {
            case AliasEvent _ -> throw new Mistake(place, "aliases (*name) are not allowed in a scenario; write the value out");
            case NodeEvent node when node.getAnchor().isPresent() ->
                throw new Mistake(place, "anchors (&name) are not allowed in a scenario; write the value out each time");
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), place);
                count(place);
                // Text of the file enters the program here, and only here.
                String value = VisibleText.of(scalar.getValue());
                if (!YamlOutput.isWritable(value)) {
                    throw new Mistake(place, "this has more than 15,000 characters without a blank between them; break it");
                }
                add(new YamlNode.Text(value, scalar.isPlain(), place));
            }
            case CollectionStartEvent start -> {
                refuseTag(start.getTag(), place);
                count(place);
                if (stack.size() >= DEEPEST) {
                    throw new Mistake(place, "nested deeper than " + DEEPEST + " levels, the most a scenario may have");
                }
                stack.push(new Open(start instanceof MappingStartEvent, place));
            }
            case CollectionEndEvent _ -> add(stack.pop().close());
            case DocumentStartEvent _ -> {
                documents++;
                if (documents > 1) {
                    throw new Mistake(place,
                            "a second document begins here; a scenario file holds one, so remove the '---' and what follows");
                }
            }
            default -> {
                // Starts and ends of the stream and ends of documents say nothing.
            }
        }
    }

    private void count(Place place) throws Mistake {
        nodes++;
        if (nodes > MOST_NODES) {
            throw new Mistake(place, "more than 200,000 values, the most a scenario may have; use 'repeat' for steps that repeat");
        }
    }

    private static void refuseTag(Optional<String> tag, Place place) throws Mistake {
        if (tag.isPresent()) {
            String shown = YamlNode.shorten(tag.get().replace("tag:yaml.org,2002:", "!!"));
            throw new Mistake(place, "tags (" + shown + ") are not allowed in a scenario; write the value alone");
        }
    }

    private void add(YamlNode node) throws Mistake {
        Open open = stack.peek();
        if (open == null) {
            root = node;
        } else if (!open.mapping) {
            open.items.add(node);
        } else if (open.key == null) {
            open.key = key(open, node);
        } else {
            open.fields.put(open.key.value(), new YamlNode.Entry(open.key.value(), open.key.place(), node));
            open.key = null;
        }
    }

    private static YamlNode.Text key(Open open, YamlNode node) throws Mistake {
        if (!(node instanceof YamlNode.Text key) || key.isNothing()) {
            throw new Mistake(node.place(), "a key must be text, found " + node.described());
        }
        if (key.value().length() > LONGEST_KEY) {
            throw new Mistake(key.place(), "the key " + key.described() + " is longer than 200 characters, the most a name may have");
        }
        YamlNode.Entry first = open.fields.get(key.value());
        if (first != null) {
            throw new Mistake(key.place(), "the key " + key.described() + " stands twice here (first on line " + first.place().line()
                    + ")");
        }
        return key;
    }
}
