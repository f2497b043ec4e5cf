package dev.handlens.ui.properties;

import dev.handlens.lens.PropertiesFrame;
import java.util.List;

/// The properties as plain text, for the clipboard: a line for each fact, the value after a tab, as spreadsheets take it.
final class PropertiesText {
    private PropertiesText() {}

    static String of(PropertiesFrame frame) {
        StringBuilder text = new StringBuilder();
        text.append(frame.type()).append('\t').append(frame.name().isEmpty() ? "unnamed" : frame.name()).append('\n');
        for (PropertiesFrame.Group group : frame.groups()) {
            if (!group.title().isEmpty()) {
                text.append('\n').append(group.title()).append('\n');
            }
            for (PropertiesFrame.Fact fact : group.facts()) {
                text.append(line(fact.label(), fact.value(), fact.remark()));
            }
        }
        appendHolders(text, "Handles", frame.holders().stream().filter(PropertiesFrame.Holder::handle).toList());
        appendHolders(text, "Pointer references", frame.holders().stream().filter(holder -> !holder.handle()).toList());
        return text.toString();
    }

    private static void appendHolders(StringBuilder text, String title, List<PropertiesFrame.Holder> holders) {
        if (holders.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        for (PropertiesFrame.Holder holder : holders) {
            text.append(line(holder.who(), holder.detail(), ""));
        }
    }

    private static String line(String label, String value, String remark) {
        return label + '\t' + value + (remark.isEmpty() ? "" : " " + remark) + '\n';
    }
}
