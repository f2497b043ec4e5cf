package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashHandlerTest {
    private final List<CrashReport> screen = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFailureIsToldWithScenarioPositionAndVersion() {
        handler().uncaughtException(Thread.currentThread(), new IllegalStateException("table page is shared"));
        assertThat(screen).singleElement().satisfies(report -> {
            assertThat(report.sentence()).contains("step 9 of tour", Version.current(), "IllegalStateException, table page is shared");
            assertThat(report.details()).contains("scenario tour, step 9", "CrashHandlerTest", "Java " + Runtime.version());
        });
        assertThat(err.toString()).contains("step 9 of tour");
    }

    @Test
    void onlyTheFirstOfManyFailuresIsShownUntilItIsDismissed() {
        CrashHandler handler = handler();
        handler.uncaughtException(Thread.currentThread(), new RuntimeException("first"));
        handler.uncaughtException(Thread.currentThread(), new RuntimeException("second"));
        assertThat(screen).hasSize(1);
        assertThat(err.toString()).contains("first", "second");
        handler.dismissed();
        handler.uncaughtException(Thread.currentThread(), new RuntimeException("third"));
        assertThat(screen).hasSize(2);
    }

    @Test
    void aBrokenScreenOrRunDoesNotHideTheFailure() {
        CrashHandler handler = new CrashHandler(() -> {
            throw new IllegalStateException("no place");
        }, report -> {
            throw new IllegalStateException("no screen");
        }, new PrintWriter(err, true));
        handler.uncaughtException(Thread.currentThread(), new RuntimeException("the cause"));
        assertThat(err.toString()).contains("the cause", "no screen");
    }

    @Test
    void runningOutOfMemoryIsNobodysMistake() {
        handler().uncaughtException(Thread.currentThread(), new OutOfMemoryError("planted"));
        assertThat(err.toString().strip()).hasLineCount(1).startsWith("Memory ran out").doesNotContain("mistake");
    }

    @Test
    void aMessageOfManyLinesGivesOneSentence() {
        CrashReport report = new CrashReport("", 0, "1", new RuntimeException("one\ntwo"));
        assertThat(report.sentence()).contains("RuntimeException, one.").hasLineCount(1);
    }

    private CrashHandler handler() {
        return new CrashHandler(() -> new CrashHandler.RunPlace("tour", 9), screen::add, new PrintWriter(err, true));
    }
}
