package dev.handlens.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/// Writes YAML: keys and values in turn, in blocks or within braces. Quotes whatever would be read back as something else.
final class YamlOutput {
    private static final int WIDTH = 140;
    /// Characters without a blank, as they are written: the writer breaks lines at blanks only, and the reader bounds the length of lines.
    /// A key and its indentation stand beside them.
    static final int LONGEST_RUN = 15_000;

    private static final char NEXT_LINE = '\u0085';

    /// Collects the text.
    private static final class Text implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int from, int length) {
            text.append(part, from, from + length);
        }
    }

    private final Text text = new Text();
    private final Emitter emitter;

    YamlOutput() {
        DumpSettings settings =
                DumpSettings.builder().setWidth(WIDTH).setIndent(2).setIndicatorIndent(2).setIndentWithIndicator(true)
                        .setUseUnicodeEncoding(true).build();
        emitter = new Emitter(settings, text);
        emit(new StreamStartEvent());
        emit(new DocumentStartEvent(false, Optional.empty(), new LinkedHashMap<>()));
    }

    /// Ends the document.
    String finish() {
        emit(new DocumentEndEvent(false));
        emit(new StreamEndEvent());
        return text.text.toString();
    }

    void beginMapping(boolean inBraces) {
        emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, inBraces ? FlowStyle.FLOW : FlowStyle.BLOCK));
    }

    void endMapping() {
        emit(new MappingEndEvent());
    }

    void beginList(boolean inBrackets) {
        emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, inBrackets ? FlowStyle.FLOW : FlowStyle.BLOCK));
    }

    void endList() {
        emit(new SequenceEndEvent());
    }

    /// A value that is to be read as text, whatever it looks like.
    void text(String value) {
        YamlNode.Text plain = new YamlNode.Text(value, true, new Place(1, 1));
        if (Scalars.kind(plain) != Scalars.Kind.TEXT) {
            scalar(value, ScalarStyle.SINGLE_QUOTED);
        } else if (value.indexOf(NEXT_LINE) >= 0) {
            // The emitter takes it for an ordinary character, the parser for white space.
            scalar(value, ScalarStyle.DOUBLE_QUOTED);
        } else if (value.lines().skip(1).findAny().isPresent() || value.endsWith("\n")) {
            scalar(value, hasShortLines(value) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED);
        } else {
            scalar(value, ScalarStyle.PLAIN);
        }
    }

    private static boolean hasShortLines(String value) {
        return value.lines().allMatch(line -> line.length() <= LONGEST_RUN);
    }

    /// Returns whether a text can be written so that the reader accepts its lines: in a literal block, or quoted and broken at its blanks.
    /// A block cannot hold blanks before a line feed.
    static boolean isWritable(String value) {
        if (value.length() <= LONGEST_RUN / 2 || hasShortLines(value) && !value.contains(" \n") && value.indexOf(NEXT_LINE) < 0) {
            return true;
        }
        int run = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escaped = c == '\n' || c == '"' || c == '\\' || c == '\'' || c == '\t' || c == NEXT_LINE || c > '~';
            run = c == ' ' ? 0 : run + (c > '~' ? 6 : escaped ? 2 : 1);
            if (run > LONGEST_RUN) {
                return false;
            }
        }
        return true;
    }

    /// A number, a truth value or anything else that must not be quoted.
    void plain(String value) {
        scalar(value, ScalarStyle.PLAIN);
    }

    /// A field whose value is text.
    void textField(String key, String value) {
        text(key);
        text(value);
    }

    /// A field whose value must not be quoted.
    void plainField(String key, String value) {
        text(key);
        plain(value);
    }

    /// A field whose value is a list of texts, in brackets.
    void listField(String key, List<String> values) {
        text(key);
        beginList(true);
        values.forEach(this::text);
        endList();
    }

    private void scalar(String value, ScalarStyle style) {
        emit(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), value, style));
    }

    private void emit(Event event) {
        emitter.emit(event);
    }
}
