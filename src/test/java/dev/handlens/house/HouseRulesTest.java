package dev.handlens.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whether the house keeps its own rules.
class HouseRulesTest {
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void theKernelStandsAlone() {
        HouseRules.KERNEL_STANDS_ALONE.check(house);
    }

    @Test
    void aScenarioUsesTheKernelAndNothingAboveIt() {
        HouseRules.SCENARIO_USES_THE_KERNEL.check(house);
    }

    @Test
    void theTimelinePlaysProgramsAndKnowsNoSpectator() {
        HouseRules.TIMELINE_PLAYS_PROGRAMS.check(house);
    }

    @Test
    void theLensLooksAtRunsWithoutAToolkit() {
        HouseRules.LENS_LOOKS_AT_RUNS.check(house);
    }

    @Test
    void theWindowKnowsNeitherReportNorApp() {
        HouseRules.UI_IS_BELOW_REPORT_AND_APP.check(house);
    }

    @Test
    void nobodyImportsTheApp() {
        HouseRules.NOBODY_IMPORTS_APP.check(house);
    }

    @Test
    void roomsBelowTheWindowNeedNoScreen() {
        HouseRules.NO_SCREEN_BELOW_THE_UI.check(house);
    }

    @Test
    void theWindowNeverCallsTheKernel() {
        HouseRules.UI_NEVER_CALLS_THE_KERNEL.check(house);
    }

    @Test
    void panesDoNotKnowEachOther() {
        HouseRules.PANES_DO_NOT_KNOW_EACH_OTHER.check(house);
    }

    @Test
    void theThemeKnowsNoControls() {
        HouseRules.THEME_KNOWS_NO_CONTROLS.check(house);
    }

    @Test
    void nothingBelowTheWindowAsksTheClockOrDrawsLots() {
        HouseRules.NO_CLOCK_AND_NO_CHANCE.check(house);
    }

    @Test
    void theKernelHasNoThreadsAndNoFiles() {
        HouseRules.KERNEL_HAS_NO_THREADS_AND_NO_FILES.check(house);
    }

    @Test
    void nothingBelowTheWindowDependsOnHashOrder() {
        HouseRules.NO_HASH_ORDER.check(house);
    }

    @Test
    void theKernelMakesNoCollectionsWithoutAnOrder() {
        HouseRules.NO_UNORDERED_FACTORIES_IN_THE_KERNEL.check(house);
    }

    @Test
    void onlyTheKernelChangesKernelState() {
        HouseRules.KERNEL_ONLY_IS_FOR_THE_KERNEL.check(house);
    }

    @Test
    void staticFieldsAreConstants() {
        HouseRules.STATIC_FIELDS_ARE_CONSTANTS.check(house);
    }

    @Test
    void onlyTheAppSpeaksToTheConsole() {
        HouseRules.ONLY_APP_SPEAKS_TO_THE_CONSOLE.check(house);
    }

    @Test
    void onlyAppAndShellChangeThreads() {
        HouseRules.ONLY_APP_AND_SHELL_CHANGE_THREADS.check(house);
    }
}
