package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The namespace as text.
class NamespaceTextTest {
    private static List<String> lines(Timeline run) {
        return NamespaceText.of(run.machine().kernel()).lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
    }

    @Test
    void theDirectoryOfTypesListsAll42() {
        List<String> lines = lines(Runs.bundled("tour"));

        assertThat(lines).first().isEqualTo("\\ Directory");
        assertThat(lines)
                .contains("ObjectTypes Directory", "BaseNamedObjects Directory", "Device Directory", "?? SymbolicLink -> \\GLOBAL??")
                .containsAll(Arrays.stream(ObjectType.values()).map(type -> type.typeName() + " Type").toList());
        assertThat(lines.stream().filter(line -> line.endsWith(" Type"))).hasSize(42);
    }

    @Test
    void theWindowListsADirectoryThatIsOpenInItsProperties() {
        Timeline run = Runs.at(Runs.of("""
                cast: { app: { process: app.exe } }
                steps:
                  - NtOpenDirectoryObject: { in: app, name: \\ObjectTypes, access: DIRECTORY_QUERY, as: types }
                """), 1);

        Selection directory = new Selection.OfObject(run.machine().last().result().object());
        PropertiesFrame properties = new Lens().frame(run, Runs.view(run).withSelection(directory)).properties();

        assertThat(properties.groups().getLast().facts()).singleElement().satisfies(entries -> {
            assertThat(entries.value()).isEqualTo("42");
            assertThat(entries.remark().split(", ")).hasSize(42).contains("Mutant", "Section", "Event");
        });
    }

    @Test
    void aNameIsListedInItsDirectoryAsLongAsItIsThere() {
        Timeline run = Runs.of("""
                cast:
                  app:   { process: app.exe }
                  gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo }
                steps:
                  - CreateEvent: { in: app, name: Ready, as: e }
                  - CloseHandle: { in: app, handle: e }
                """);
        assertThat(lines(Runs.at(run, 0))).contains("Gizmo Device", "gizmo Driver").doesNotContain("Ready Event");
        assertThat(lines(Runs.at(run, 1))).containsSubsequence("BaseNamedObjects Directory", "Ready Event", "Device Directory");
        assertThat(lines(Runs.at(run, 2))).doesNotContain("Ready Event");
        assertThat(lines(run)).as("a link tells where it leads").anyMatch(line -> line.startsWith("C: SymbolicLink -> \\Device\\"));
    }
}
