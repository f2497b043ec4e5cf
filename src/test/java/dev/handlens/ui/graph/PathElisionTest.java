package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathElisionTest {
    private static final String LONG = "File \\Device\\HarddiskVolume2\\Logs\\fred.log";

    @Test
    void titleThatFitsIsLeftAlone() {
        assertThat(shortened(LONG, 100)).isEqualTo(LONG);
    }

    @Test
    void directoriesInTheMiddleGoFirst() {
        assertThat(shortened(LONG, 30)).isEqualTo("File \\Device\\…\\Logs\\fred.log");
        assertThat(shortened(LONG, 25)).isEqualTo("File \\Device\\…\\fred.log");
    }

    @Test
    void lastResortIsTheNameAlone() {
        assertThat(shortened(LONG, 3)).isEqualTo("File …\\fred.log");
    }

    @Test
    void whatIsNoPathIsNotCutHere() {
        assertThat(shortened("svchost.exe", 3)).isEqualTo("svchost.exe");
        assertThat(shortened("File \\Gizmo", 3)).isEqualTo("File \\Gizmo");
        assertThat(shortened("\\", 0)).isEqualTo("\\");
    }

    private static String shortened(String title, int characters) {
        return PathElision.shorten(title, text -> text.length() <= characters);
    }
}
