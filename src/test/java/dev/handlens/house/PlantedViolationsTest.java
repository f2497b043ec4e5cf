package dev.handlens.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.handlens.kernel.planted.BadKernelRoom;
import dev.handlens.lens.planted.BadLensRoom;
import dev.handlens.ui.planted.BadPane;
import dev.handlens.ui.plantedtoo.OtherPane;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether the rules catch what they are for: each is shown classes that break it.
class PlantedViolationsTest {
    private final JavaClasses planted =
            new ClassFileImporter().importClasses(BadKernelRoom.class, BadLensRoom.class, BadPane.class, OtherPane.class);

    @Test
    void aKernelThatKnowsScenariosIsCaught() {
        assertCaught(HouseRules.KERNEL_STANDS_ALONE, "BadKernelRoom", "dev.handlens.scenario.Place");
    }

    @Test
    void aKernelThatAsksTheClockIsCaught() {
        assertCaught(HouseRules.NO_CLOCK_AND_NO_CHANCE, "BadKernelRoom.now()", "currentTimeMillis");
        assertCaught(HouseRules.NO_CLOCK_AND_NO_CHANCE, "BadKernelRoom.now()", "identityHashCode");
    }

    @Test
    void aKernelThatOpensFilesIsCaught() {
        assertCaught(HouseRules.KERNEL_HAS_NO_THREADS_AND_NO_FILES, "BadKernelRoom", "java.io.File");
    }

    @Test
    void aKernelWithHashOrderIsCaught() {
        assertCaught(HouseRules.NO_HASH_ORDER, "BadKernelRoom", "java.util.HashMap");
        assertCaught(HouseRules.NO_UNORDERED_FACTORIES_IN_THE_KERNEL, "BadKernelRoom", "java.util.Map.of");
    }

    @Test
    void changingTheKernelFromOutsideIsCaughtEvenByMethodReference() {
        assertCaught(HouseRules.KERNEL_ONLY_IS_FOR_THE_KERNEL, "BadLensRoom.peek(", "BadKernelRoom.change()");
        assertCaught(HouseRules.KERNEL_ONLY_IS_FOR_THE_KERNEL, "BadLensRoom.peekLater(", "BadKernelRoom.change()");
    }

    @Test
    void mutableStaticFieldsAreCaught() {
        assertCaught(HouseRules.STATIC_FIELDS_ARE_CONSTANTS, "BadKernelRoom.calls", "FINAL");
        assertCaught(HouseRules.STATIC_FIELDS_ARE_CONSTANTS, "BadKernelRoom.COUNTS", "has raw type");
    }

    @Test
    void aLensWithAToolkitIsCaught() {
        assertCaught(HouseRules.NO_SCREEN_BELOW_THE_UI, "BadLensRoom", "javafx.scene.paint.Color");
        assertCaught(HouseRules.LENS_LOOKS_AT_RUNS, "BadLensRoom", "javafx.scene.paint.Color");
    }

    @Test
    void aPaneThatKnowsAnotherPaneIsCaught() {
        assertCaught(HouseRules.PANES_DO_NOT_KNOW_EACH_OTHER, "BadPane", "OtherPane");
    }

    @Test
    void aPaneThatKnowsTheKernelOrTheAppIsCaught() {
        assertCaught(HouseRules.UI_NEVER_CALLS_THE_KERNEL, "BadPane", "dev.handlens.kernel.Kernel");
        assertCaught(HouseRules.NOBODY_IMPORTS_APP, "BadPane", "dev.handlens.app.Main");
        assertCaught(HouseRules.UI_IS_BELOW_REPORT_AND_APP, "BadPane", "dev.handlens.app.Main");
    }

    @Test
    void aPaneThatChangesThreadsOrPrintsIsCaught() {
        assertCaught(HouseRules.ONLY_APP_AND_SHELL_CHANGE_THREADS, "BadPane.show()", "runLater");
        assertCaught(HouseRules.ONLY_APP_SPEAKS_TO_THE_CONSOLE, "BadPane.show()", "System.out");
    }

    private void assertCaught(ArchRule rule, String who, String what) {
        List<String> violations = rule.evaluate(planted).getFailureReport().getDetails();

        assertThat(violations).anySatisfy(violation -> assertThat(violation).contains(who, what));
    }
}
