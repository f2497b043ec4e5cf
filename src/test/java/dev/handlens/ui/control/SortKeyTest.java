package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void clicksGoFromSmallestFirstToLargestFirstToNoOrder() {
        List<SortKey> once = SortKey.clicked(List.of(), "TYPE", false);
        List<SortKey> twice = SortKey.clicked(once, "TYPE", false);
        assertThat(once).containsExactly(new SortKey("TYPE", true));
        assertThat(twice).containsExactly(new SortKey("TYPE", false));
        assertThat(SortKey.clicked(twice, "TYPE", false)).isEmpty();
    }

    @Test
    void aClickOnAnotherColumnStartsAnew() {
        List<SortKey> order = List.of(new SortKey("TYPE", false), new SortKey("NAME", true));
        assertThat(SortKey.clicked(order, "PID", false)).containsExactly(new SortKey("PID", true));
    }

    @Test
    void aClickOnOneOfSeveralColumnsKeepsItAlone() {
        List<SortKey> order = List.of(new SortKey("TYPE", true), new SortKey("NAME", true));
        assertThat(SortKey.clicked(order, "NAME", false)).containsExactly(new SortKey("NAME", false));
    }

    @Test
    void shiftAddsTurnsAndTakesAwayAColumnInItsPlace() {
        List<SortKey> two = SortKey.clicked(List.of(new SortKey("TYPE", true)), "NAME", true);
        assertThat(two).containsExactly(new SortKey("TYPE", true), new SortKey("NAME", true));
        List<SortKey> turned = SortKey.clicked(two, "TYPE", true);
        assertThat(turned).containsExactly(new SortKey("TYPE", false), new SortKey("NAME", true));
        assertThat(SortKey.clicked(turned, "TYPE", true)).containsExactly(new SortKey("NAME", true));
    }
}
