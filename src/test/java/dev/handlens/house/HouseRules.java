package dev.handlens.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.KernelOnly;
import dev.handlens.scenario.Machine;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/// The rules of the house. Rooms that do not exist yet keep them by being empty.
final class HouseRules {
    private static final String KERNEL = "dev.handlens.kernel..";
    private static final String SOURCE = "dev.handlens.source..";
    private static final String SCENARIO = "dev.handlens.scenario..";
    private static final String TIMELINE = "dev.handlens.timeline..";
    private static final String LENS = "dev.handlens.lens..";
    private static final String UI = "dev.handlens.ui..";
    private static final String SESSION = "dev.handlens.ui.Session";
    private static final String REPORT = "dev.handlens.report..";
    private static final String APP = "dev.handlens.app..";
    private static final String SHELL = "dev.handlens.ui.shell..";
    private static final String[] ROOMS_WITHOUT_A_SCREEN = {KERNEL, SOURCE, SCENARIO, TIMELINE, LENS};

    static final ArchRule KERNEL_STANDS_ALONE = classes().that().resideInAPackage(KERNEL)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", KERNEL)
            .allowEmptyShould(true)
            .because("the kernel knows nothing of scenarios, files, threads or screens, so that it can be forked and replayed");

    static final ArchRule SOURCE_STANDS_ALONE = classes().that().resideInAPackage(SOURCE)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", SOURCE)
            .because("reading a file safely must not depend on what the file is read for");

    static final ArchRule SCENARIO_USES_THE_KERNEL = classes().that().resideInAPackage(SCENARIO)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.snakeyaml.engine..", "tools.jackson.core..", KERNEL, SOURCE, SCENARIO)
            .allowEmptyShould(true)
            .because("a program is made for the kernel and knows nobody who plays or shows it");

    static final ArchRule TIMELINE_PLAYS_PROGRAMS = classes().that().resideInAPackage(TIMELINE)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", KERNEL, SCENARIO, TIMELINE)
            .allowEmptyShould(true)
            .because("playing must not depend on who watches");

    static final ArchRule LENS_LOOKS_AT_RUNS = classes().that().resideInAPackage(LENS)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", KERNEL, SOURCE, SCENARIO, TIMELINE, LENS)
            .allowEmptyShould(true)
            .because("what is to be seen is worked out without a toolkit, so that it can be tested as text");

    static final ArchRule UI_IS_BELOW_REPORT_AND_APP = noClasses().that().resideInAPackage(UI)
            .should().dependOnClassesThat().resideInAnyPackage(REPORT, APP)
            .allowEmptyShould(true)
            .because("panes are put together by others and do not know by whom");

    static final ArchRule NOBODY_IMPORTS_APP = noClasses().that().resideOutsideOfPackage(APP)
            .should().dependOnClassesThat().resideInAPackage(APP)
            .because("the app puts the house together and is no room to visit");

    static final ArchRule NO_SCREEN_BELOW_THE_UI = noClasses().that().resideInAnyPackage(ROOMS_WITHOUT_A_SCREEN)
            .should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "org.kordamp..", "atlantafx..", "java.awt..", "javax.swing..")
            .because("everything but the window must work and be tested without a display");

    /// The root of the room holds the session that carries wishes out; it has the machine of the run.
    static final ArchRule UI_NEVER_CALLS_THE_KERNEL = noClasses().that().resideInAPackage(UI).and().doNotHaveFullyQualifiedName(SESSION)
            .should().dependOnClassesThat().belongToAnyOf(Kernel.class, KernelCall.class, Machine.class)
            .because("panes show rows and send wishes: what a person does goes in at the front as a step, and so can be undone");

    static final ArchRule PANES_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.handlens.ui.(*)..").namingSlices("pane $1")
            .should().notDependOnEachOther()
            .ignoreDependency(resideInAPackage(SHELL), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("dev.handlens.ui.control..", "dev.handlens.ui.theme.."))
            .allowEmptyShould(true)
            .because("a pane is whole in its own folder; only the shell knows them all");

    static final ArchRule THEME_KNOWS_NO_CONTROLS = noClasses().that().resideInAPackage("dev.handlens.ui.theme..")
            .should().dependOnClassesThat().resideInAPackage("dev.handlens.ui.control..")
            .allowEmptyShould(true)
            .because("controls are made of colours and type, not the other way round");

    static final ArchRule NO_CLOCK_AND_NO_CHANCE = noClasses().that().resideInAnyPackage(ROOMS_WITHOUT_A_SCREEN)
            .should().accessTargetWhere(describe("the clock, chance or an identity is asked", HouseRules::asksClockOrChance))
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.SplittableRandom")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.UUID")
            .orShould().dependOnClassesThat().resideInAnyPackage("java.util.random..", "java.time..", "java.security..")
            .because("a run must come out the same every time: time is simulated and nothing is drawn by lot");

    static final ArchRule KERNEL_HAS_NO_THREADS_AND_NO_FILES = noClasses().that().resideInAPackage(KERNEL)
            .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
            .orShould().dependOnClassesThat().belongToAnyOf(Thread.class, ThreadLocal.class, java.util.Timer.class)
            .because("one loop turns the crank, and a fork must hold all there is");

    static final ArchRule NO_HASH_ORDER = noClasses().that().resideInAnyPackage(ROOMS_WITHOUT_A_SCREEN)
            .should().dependOnClassesThat().belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class)
            .because("their order is not ours: use LinkedHashMap, TreeMap, an array or a list");

    static final ArchRule NO_UNORDERED_FACTORIES_IN_THE_KERNEL = noClasses().that().resideInAPackage(KERNEL)
            .should().accessTargetWhere(describe("Map.of, Set.of or copyOf is called", HouseRules::makesUnorderedCollection))
            .because("Map.of and Set.of iterate in an order that changes from one start of Java to the next");

    static final ArchRule KERNEL_ONLY_IS_FOR_THE_KERNEL = noClasses().that().resideOutsideOfPackage(KERNEL)
            .should().accessTargetWhere(describe("the target is for the kernel only", HouseRules::isKernelOnly))
            .because("kernel state changes by calls alone, so that every change can be replayed and undone");

    static final ArchRule STATIC_FIELDS_ARE_CONSTANTS = fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should().beFinal()
            .andShould().notHaveRawType(mutable())
            .because("state that is not in a value cannot be forked, and two windows would share it: use List.of instead of an array");

    static final ArchRule ONLY_APP_SPEAKS_TO_THE_CONSOLE = noClasses().that().resideOutsideOfPackage(APP)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("what is printed is decided in one place; everybody else returns text");

    static final ArchRule ONLY_APP_AND_SHELL_CHANGE_THREADS = noClasses().that().resideOutsideOfPackages(APP, SHELL)
            .should().accessTargetWhere(describe("Platform.runLater is called", HouseRules::changesThreads))
            .because("a pane is shown a frame on the right thread and never has to change threads itself");

    private HouseRules() {}

    private static boolean asksClockOrChance(JavaAccess<?> access) {
        return calls(access, "java.lang.System", "currentTimeMillis", "nanoTime", "identityHashCode")
                || calls(access, "java.lang.Math", "random");
    }

    private static boolean isKernelOnly(JavaAccess<?> access) {
        return access.getTarget().isAnnotatedWith(KernelOnly.class);
    }

    private static boolean changesThreads(JavaAccess<?> access) {
        return calls(access, "javafx.application.Platform", "runLater");
    }

    private static boolean makesUnorderedCollection(JavaAccess<?> access) {
        return calls(access, Map.class.getName(), "of", "ofEntries", "copyOf") || calls(access, Set.class.getName(), "of", "copyOf");
    }

    private static boolean calls(JavaAccess<?> access, String owner, String... names) {
        return access.getTarget().getOwner().getName().equals(owner) && Set.of(names).contains(access.getTarget().getName());
    }

    /// Types whose values change, as far as the type of a field tells.
    private static DescribedPredicate<JavaClass> mutable() {
        return describe("arrays, mutable collections, builders, atomics and properties", type -> type.isArray()
                || type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class)
                || type.isAssignableTo(BitSet.class)
                || type.isAssignableTo(Appendable.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo("javafx.beans.value.WritableValue"));
    }
}
