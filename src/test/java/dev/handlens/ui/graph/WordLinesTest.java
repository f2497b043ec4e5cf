package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordLinesTest {
    private static final String LONG = "kept by gizmo.sys, in no queue · cancel requested · given up";

    @Test
    void wordsThatHaveRoomAreOneLine() {
        assertThat(inLines(LONG, 100)).isEqualTo(LONG);
        assertThat(inLines("", 5)).isEmpty();
    }

    @Test
    void linesArePartedAtADotFirst() {
        assertThat(inLines(LONG, 32)).isEqualTo("kept by gizmo.sys, in no queue\ncancel requested · given up");
    }

    @Test
    void aPartThatIsTooLongIsPartedBetweenWords() {
        assertThat(inLines(LONG, 20)).isEqualTo("kept by gizmo.sys,\nin no queue\ncancel requested\ngiven up");
        assertThat(inLines("server!OnRequest+0x41", 5)).isEqualTo("server!OnRequest+0x41");
    }

    private static String inLines(String words, int characters) {
        return WordLines.of(words, line -> line.length() <= characters);
    }
}
