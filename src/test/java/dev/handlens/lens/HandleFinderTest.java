package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class HandleFinderTest {
    private final Timeline leak = Runs.bundled("event-leak");
    private final View view = view();

    private View view() {
        leak.seek(leak.program().positionAt(45_000));
        return Runs.view(leak).withHighlight(new View.Highlight(1_000));
    }

    private String notice(View shown, String words) {
        HandleFinder.Found found = new Lens().find(leak, shown, words);
        assertThat(found.key()).isNotNull();
        HiddenHandle hidden = new Lens().frame(leak, shown.withSelection(new Selection.OfHandle(found.key()))).handles().hiddenSelection();
        assertThat(hidden != null).as("the list says what the notice says").isEqualTo(found.notice().contains("hidden"));
        return found.notice();
    }

    @Test
    void aFoundHandleThatIsListedNeedsNoWords() {
        assertThat(notice(view, "0x124")).isEmpty();
        assertThat(notice(view.withShowUnnamed(false), "0x1C")).isEmpty();
    }

    @Test
    void aFoundHandleThatIsHiddenIsSaidToBeHiddenAndWhy() {
        assertThat(notice(view.withShowUnnamed(false), "0x124")).isEqualTo("Found 0x124, but it is hidden: its object has no name.");
        assertThat(notice(view.withFilter("type:File"), "0x124")).isEqualTo("Found 0x124, but it is hidden: it does not match the filter.");
        assertThat(notice(view.withStillOpen(true), "0x20")).isEqualTo("Found 0x20, but it is hidden: it is closed.");
    }

    @Test
    void aHandleThatIsClosedIsFoundAsLongAsItIsHighlighted() {
        assertThat(notice(view, "0x20")).isEqualTo("0x20 is closed; this was the last handle with the value.");
        assertThat(new Lens().find(leak, view, "0x7FF0").notice()).isEqualTo("No process has a handle 0x7FF0 open.");
    }
}
