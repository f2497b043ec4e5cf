package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangedPagesTest {
    private static final int PER_PAGE = 256;

    private final Timeline run = Runs.of("""
            cast:
              fred: { process: fred.exe }
            steps:
              - CreateEvent: { in: fred, as: e }
              - repeat: { times: 200000, every: 1ms }
                do:
                  - DuplicateHandle: { in: fred, handle: e, as: copies*, stack: [fred!Copy+0x8] }
            """);
    private final ChangedPages changes = new ChangedPages();

    @Test
    void theFirstLookTellsAllPages() {
        HandleTable table = at(1_000);
        assertThat(told(table)).isEqualTo(all(table.pages()));
    }

    @Test
    void aStepTellsTheOnePageThatItWroteTo() {
        told(at(150_000));
        HandleTable later = at(150_001);
        assertThat(told(later)).containsExactly(later.pages() - 1);
        assertThat(told(later)).isEmpty();
    }

    @Test
    void noPageThatDiffersIsMissedHoweverFarTheJump() {
        told(at(190_000));
        HandleTable before = at(190_000);
        for (long position : new long[] {20_000, 199_999, 300, 140_000}) {
            HandleTable table = at(position);
            assertThat(told(table)).as("to " + position).containsAll(differing(before, table)).isSorted();
            before = table;
        }
    }

    @Test
    void aTableThatIsGoneTellsAllItsPages() {
        HandleTable table = at(1_000);
        told(table);
        assertThat(told(null)).isEqualTo(all(table.pages()));
        assertThat(told(null)).isEmpty();
    }

    private HandleTable at(long position) {
        run.seek(position);
        Kernel kernel = run.machine().kernel().fork();
        return kernel.processes().getLast().table();
    }

    private List<Integer> told(HandleTable table) {
        List<Integer> pages = new ArrayList<>();
        changes.look(table, pages::add);
        return pages;
    }

    private static List<Integer> all(int pages) {
        return IntStream.range(0, pages).boxed().toList();
    }

    /// Pages that do not hold the same, entry by entry.
    private static List<Integer> differing(HandleTable before, HandleTable after) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < Math.max(before.pages(), after.pages()); page++) {
            for (long slot = (long) page * PER_PAGE + 1; slot < (page + 1L) * PER_PAGE; slot++) {
                if (before.first(slot << 2) != after.first(slot << 2)) {
                    pages.add(page);
                    break;
                }
            }
        }
        return pages;
    }
}
