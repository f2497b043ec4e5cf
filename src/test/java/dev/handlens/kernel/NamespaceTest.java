package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How names are followed.
class NamespaceTest {
    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
        bench.event(fred, "\\BaseNamedObjects\\E");
        bench.directory(fred, "\\BaseNamedObjects\\D");
    }

    @ParameterizedTest
    @CsvSource({
        "\\BaseNamedObjects\\E,      STATUS_SUCCESS",
        "'',                         STATUS_OBJECT_PATH_SYNTAX_BAD",
        "E,                          STATUS_OBJECT_PATH_SYNTAX_BAD",
        "\\,                         STATUS_OBJECT_TYPE_MISMATCH",
        "\\BaseNamedObjects,         STATUS_OBJECT_TYPE_MISMATCH",
        "\\BaseNamedObjects\\,       STATUS_OBJECT_NAME_INVALID",
        "\\\\BaseNamedObjects,       STATUS_OBJECT_NAME_INVALID",
        "\\BaseNamedObjects\\\\E,    STATUS_OBJECT_NAME_INVALID",
        "\\BaseNamedObjects\\X,      STATUS_OBJECT_NAME_NOT_FOUND",
        "\\BaseNamedObjects\\X\\,    STATUS_OBJECT_PATH_NOT_FOUND",
        "\\BaseNamedObjects\\X\\Y,   STATUS_OBJECT_PATH_NOT_FOUND",
        "\\BaseNamedObjects\\E\\Y,   STATUS_OBJECT_TYPE_MISMATCH",
        "\\BaseNamedObjects\\e,      STATUS_OBJECT_NAME_NOT_FOUND",
        "\\Device\\HarddiskVolume2,  STATUS_OBJECT_TYPE_MISMATCH"})
    void openingAnEventByAName(String name, NtStatus status) {
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, 1, name))).isEqualTo(status);
    }

    @Test
    void caseIsIgnoredWhenAskedForOrForTypesThatDoSo() {
        ObjectAttributes small = new ObjectAttributes("\\basenamedobjects\\e", 0, ObjectAttributes.CASE_INSENSITIVE);

        assertThat(bench.status(fred, new KernelCall.NtOpenObject(ObjectType.EVENT, 1, small))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, Bench.open(ObjectType.DIRECTORY, 1, "\\basenamedobjects\\d"))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void namesCanStartAtADirectory() {
        long root = bench.handle(fred, Bench.open(ObjectType.DIRECTORY, 3, "\\BaseNamedObjects"));

        assertThat(below(root, "E")).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(below(root, "\\E")).isEqualTo(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        assertThat(below(0x1000, "E")).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(below(bench.event(fred), "E")).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtOpenObject(ObjectType.DIRECTORY, 1, new ObjectAttributes("", root, 0))))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void withoutANameTheRootIsNotLookedAt() {
        assertThat(bench.status(fred, Bench.event(new ObjectAttributes("", 0x1000, 0)))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, Bench.event(new ObjectAttributes(null, 0x1000, 0)))).isEqualTo(NtStatus.STATUS_OBJECT_NAME_INVALID);
    }

    @Test
    void linksAreFollowedExceptByWhoOpensTheLinkItself() {
        link("\\BaseNamedObjects\\L", "\\BaseNamedObjects");
        int id = bench.object(fred, 4).id();

        CallResult through = bench.call(fred, Bench.open(ObjectType.EVENT, 1, "\\BaseNamedObjects\\L\\E"));
        CallResult itself = bench.call(fred, Bench.open(ObjectType.SYMBOLIC_LINK, 1, "\\BaseNamedObjects\\L"));

        assertThat(through.object()).isEqualTo(id);
        assertThat(bench.kernel().object(itself.object()).type()).isEqualTo(ObjectType.SYMBOLIC_LINK);
    }

    @Test
    void aCircleOfLinksLeadsNowhere() {
        link("\\BaseNamedObjects\\L", "\\BaseNamedObjects\\M");
        link("\\BaseNamedObjects\\M", "\\BaseNamedObjects\\L");

        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, 1, "\\BaseNamedObjects\\L")))
                .isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }

    @Test
    void whatIsCreatedThroughALinkHasTheNameThatTheLinkLeadsTo() {
        link("\\GLOBAL??\\E", "\\BaseNamedObjects\\F");

        CallResult result = bench.call(fred, Bench.event(ObjectAttributes.named("\\GLOBAL??\\E")));

        assertThat(bench.kernel().nameOf(bench.kernel().object(result.object()))).isEqualTo("\\BaseNamedObjects\\F");
        assertThat(bench.call(fred, Bench.open(ObjectType.EVENT, 1, "\\BaseNamedObjects\\F")).object()).isEqualTo(result.object());
        assertThat(bench.call(fred, Bench.open(ObjectType.EVENT, 1, "\\BaseNamedObjects\\E")).object()).isNotEqualTo(result.object());
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void theRestOfANameBehindADeviceIsTheFilesName() {
        long file = bench.handle(fred, new KernelCall.NtCreateFile(1, ObjectAttributes.named("\\??\\C:\\Windows\\a.txt"), true));
        assertThat(bench.kernel().nameOf(bench.object(fred, file))).isEqualTo("\\Device\\HarddiskVolume2\\Windows\\a.txt");

        long below = bench.handle(fred, new KernelCall.NtCreateFile(1, new ObjectAttributes("b", file, 0), true));

        assertThat(bench.kernel().nameOf(bench.object(fred, below))).isEqualTo("\\Device\\HarddiskVolume2\\Windows\\a.txt\\b");
    }

    @Test
    void aDriverWithTheNameOfAnotherIsRefused() {
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.IoLoadDriver("gizmo.sys"))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.IoLoadDriver("gizmo"))).isEqualTo(NtStatus.STATUS_OBJECT_NAME_COLLISION);
        KernelInvariants.check(bench.kernel());
    }

    private NtStatus below(long root, String name) {
        return bench.status(fred, new KernelCall.NtOpenObject(ObjectType.EVENT, 1, new ObjectAttributes(name, root, 0)));
    }

    private void link(String name, String target) {
        bench.handle(fred, new KernelCall.NtCreateSymbolicLinkObject(1, ObjectAttributes.named(name), target));
    }
}
