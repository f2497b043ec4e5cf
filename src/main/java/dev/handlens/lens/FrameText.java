package dev.handlens.lens;

import java.util.ArrayList;
import java.util.List;

/// A frame as text tables, as Process Explorer would show it: for the text report, and for tests.
public final class FrameText {
    private static final int WIDEST = 60;

    private final StringBuilder text = new StringBuilder();

    private FrameText() {}

    /// The whole frame.
    ///
    /// @param rows handle rows printed at most; what is left out is said
    public static String of(Frame frame, int rows) {
        FrameText out = new FrameText();
        out.line(frame.title() + " · " + frame.status().place());
        out.walkthrough(frame.walkthrough());
        out.section("Processes");
        out.text.append(processes(frame.processes()));
        out.section("Handles of " + frame.handles().process());
        out.text.append(handles(frame.handles(), rows));
        out.section("Handle table of " + frame.handles().process());
        out.text.append(table(frame.table()));
        out.section("Why is it alive");
        out.text.append(graph(frame.graph()));
        out.section("Findings");
        out.text.append(findings(frame.findings()));
        out.section("Pools");
        out.pool("paged", frame.paged());
        out.pool("nonpaged", frame.nonpaged());
        if (!frame.status().bugCheck().isEmpty()) {
            out.line("STOP " + frame.status().bugCheck());
        }
        return out.text.toString();
    }

    /// The handle list: `+` opened, `-` closed, `*` came and went.
    ///
    /// @param limit rows printed at most
    public static String handles(HandlesFrame frame, int limit) {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, frame.rows().size()); i++) {
            HandleRow row = frame.rows().row(i);
            String name = row.name().isEmpty() ? "(unnamed)" : row.name();
            String opened = Sight.step(row.key().openedAt()) + (row.recycled() ? " recycled" : "");
            table.add(List.of(mark(row.change()), Words.hex(row.key().value()), row.type().typeName(), name, row.access(),
                    row.handleCount() + "/" + row.pointerCount(), opened));
        }
        FrameText out = new FrameText();
        out.table(table);
        if (!frame.empty().isEmpty()) {
            out.line(frame.empty());
        }
        if (frame.rows().size() > limit) {
            out.line("… and " + Words.count(frame.rows().size() - limit) + " more");
        }
        String unseen = frame.unseen() == 0 ? "" : " · " + frame.unseen() + " unseen";
        String hidden = frame.hiddenUnnamed() == 0 ? "" : " · " + frame.hiddenUnnamed() + " unnamed hidden";
        String filtered = frame.filteredOut() == 0 ? "" : " · " + frame.filteredOut() + " filtered out";
        out.line(Words.count(frame.total()) + " open, " + Words.count(frame.named()) + " named · +" + frame.opened() + " -"
                + frame.closed() + " " + frame.since()
                + unseen + hidden + filtered);
        return out.text.toString();
    }

    /// The handle table: its pages, and the leaf page and the entry that the moment is about.
    public static String table(TableFrame frame) {
        FrameText out = new FrameText();
        if (!frame.empty().isEmpty()) {
            out.line(frame.empty());
            return out.text.toString();
        }
        out.line(frame.summary() + " · " + Words.bytes(frame.bytes()));
        out.line(String.join(" · ", frame.levelsCame().stream().map(FrameText::level).toList()));
        if (frame.current() != 0) {
            TableFrame.Entry entry = frame.leaves().entry(frame.current());
            out.line(frame.leaves().leaf((int) ((frame.current() >>> 2) / frame.entriesPerPage())).words());
            out.line(Words.hex(entry.handle()) + " " + entry.place());
            entry.facts().forEach(fact -> out.line("  " + fact.label() + ": " + String.join(" ", fact.value(), fact.remark()).strip()));
            if (!entry.bytes().isEmpty()) {
                out.line("  " + entry.layout() + ": " + String.join(" ", entry.bytes().stream().map("%02X"::formatted).toList()));
            }
        }
        return out.text.toString();
    }

    private static String level(TableFrame.Level level) {
        return "level " + level.number() + (level.reached() ? " since " : " comes with ") + Words.hex(level.handle()) + ", handle "
                + Words.count(level.ordinal()) + (level.step() < 0 ? "" : ", " + Sight.step(level.step()));
    }

    /// The process list, children indented.
    public static String processes(ProcessesFrame frame) {
        List<List<String>> table = new ArrayList<>();
        for (ProcessRow row : frame.rows()) {
            String state = row.zombie() ? " (ended)" : row.terminating().isEmpty() ? row.overTenThousand() ? " (!)" : ""
                    : " (terminating: " + row.terminating() + ")";
            table.add(List.of(mark(row.change()), "  ".repeat(row.depth()) + row.name() + state, String.valueOf(row.pid()),
                    Words.count(row.handles()), "+" + row.opened() + " -" + row.closed(), Words.count(row.pagedBytes()),
                    Words.count(row.nonpagedBytes())));
        }
        FrameText out = new FrameText();
        out.table(table);
        return out.text.toString();
    }

    /// The graph: an edge a line, pointer edges with `..>`.
    public static String graph(GraphFrame frame) {
        FrameText out = new FrameText();
        for (GraphFrame.Edge edge : frame.edges()) {
            String arrow = edge.pointer() ? "..>" : "-->";
            String label = edge.label().isEmpty() ? "" : "  (" + edge.label() + ")";
            out.line(mark(edge.change()) + " " + title(frame, edge.from()) + " " + arrow + " " + title(frame, edge.to()) + label);
        }
        out.line(frame.empty().isEmpty() ? frame.sentence() : frame.empty());
        return out.text.toString();
    }

    /// The properties: a fact a line.
    public static String properties(PropertiesFrame frame) {
        FrameText out = new FrameText();
        out.line(frame.empty().isEmpty() ? frame.type() + " " + frame.name() : frame.empty());
        for (PropertiesFrame.Group group : frame.groups()) {
            if (!group.title().isEmpty()) {
                out.line(group.title());
            }
            group.facts().forEach(fact -> out.line("  " + fact.label() + ": " + String.join(" ", fact.value(), fact.remark()).strip()));
        }
        frame.holders().forEach(holder -> out.line((holder.handle() ? "  handle " : "  pointer ") + holder.who() + " · "
                + holder.detail()));
        return out.text.toString();
    }

    /// The findings.
    public static String findings(FindingsFrame frame) {
        FrameText out = new FrameText();
        for (FindingsFrame.LeakSuspect leak : frame.leaks()) {
            out.line("LEAK " + leak.process() + " (" + leak.pid() + "): " + leak.sentence() + ".");
            out.line("  " + Words.count(leak.open()) + " open of " + Words.count(leak.opened()) + " opened, " + Words.count(leak.closed())
                    + " closed, "
                    + Words.count(leak.lost()) + " lost");
            out.line("  opened at " + leak.site());
            out.line("  holds " + leak.holds() + (leak.runsOut().isEmpty() ? "" : "; runs out of " + leak.runsOut()));
            out.line("  values " + String.join(", ", leak.values().stream().map(Words::hex).toList()));
        }
        for (FindingsFrame.Misuse misuse : frame.misuses()) {
            out.line("MISUSE step " + Words.count(misuse.position()) + ": " + misuse.kind()
                    + (misuse.stop().isEmpty() ? "" : " [" + misuse.stop() + "]") + ": "
                    + misuse.sentence());
        }
        if (frame.leaks().isEmpty() && frame.misuses().isEmpty()) {
            out.line("No suspects, no misuse.");
        }
        frame.cleared().forEach(line -> out.line("  not suspected: " + line));
        return out.text.toString();
    }

    private static String title(GraphFrame frame, String id) {
        return frame.nodes().stream().filter(node -> node.id().equals(id)).map(GraphFrame.Node::title).findFirst().orElse(id);
    }

    private void walkthrough(WalkthroughFrame frame) {
        if (!frame.title().isEmpty()) {
            line(frame.title());
        }
        WalkthroughFrame.CallCard call = frame.call();
        if (call != null) {
            line(call.who() + ": " + call.text() + " → " + call.status() + (call.result().isEmpty() ? "" : " " + call.result()));
            call.effects().forEach(effect -> line("  " + effect));
            if (!call.expectationFailed().isEmpty()) {
                line("  EXPECTATION FAILED: " + call.expectationFailed());
            }
        }
    }

    private void pool(String name, PoolFrame frame) {
        List<String> tags = frame.topTags().stream().limit(3).map(tag -> tag.tag().strip() + " " + Words.bytes(tag.bytes())).toList();
        line(name + " " + Words.bytes(frame.bytes()) + " of " + Words.bytes(frame.limit()) + ": " + String.join(" · ", tags));
    }

    private void section(String title) {
        text.append('\n');
        line(title);
    }

    /// Rows with their columns under each other.
    private void table(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(Math.max(0, widths[i] - row.get(i).length()) + 2));
            }
            line(line.toString().stripTrailing());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String mark(Change change) {
        return switch (change) {
            case NONE -> " ";
            case OPENED -> "+";
            case CLOSED -> "-";
            case FLASHED -> "*";
        };
    }
}
