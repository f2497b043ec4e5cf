package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The schema and the reader give the same verdict on every file, as far as a schema can see.
class ScenarioSchemaTest {
    /// Broken files that a schema has to accept, and why.
    private static final Map<String, String> ONLY_THE_READER_SEES = Map.ofEntries(
            Map.entry("anchor", "anchors are gone when a schema sees the values"),
            Map.entry("duplicate-key", "of two equal keys a schema sees one"),
            Map.entry("duplicate-argument", "of two equal keys a schema sees one"),
            Map.entry("float-count", "JSON has one kind of number: 5.0 is 5"),
            Map.entry("merge-key", "merged keys are gone when a schema sees the values"),
            Map.entry("two-documents", "a schema sees one document"),
            Map.entry("tag", "tags are gone when a schema sees the values"),
            Map.entry("tag-on-mapping", "tags are gone when a schema sees the values"),
            Map.entry("undefined-variable", "names that must exist"),
            Map.entry("used-before-bound", "names that must exist"),
            Map.entry("never-bound", "names that must exist"),
            Map.entry("forget-unknown", "names that must exist"),
            Map.entry("variable-named-self", "names that are taken"),
            Map.entry("collection-and-variable", "names that must agree"),
            Map.entry("take-from-variable", "names that must agree"),
            Map.entry("take-in-other-process", "names that must agree"),
            Map.entry("cast-named-system", "names that are taken"),
            Map.entry("unknown-cast", "names that must exist"),
            Map.entry("driver-as-caller", "names that must exist"),
            Map.entry("caller-not-made", "the order of steps"),
            Map.entry("new-not-later", "names that must agree"),
            Map.entry("new-unknown", "names that must exist"),
            Map.entry("new-twice", "the order of steps"),
            Map.entry("new-wrong-kind", "names that must agree"),
            Map.entry("unknown-driver", "names that must exist"),
            Map.entry("source-out-of-range", "lines of a listing"),
            Map.entry("source-backwards", "lines of a listing"),
            Map.entry("unknown-listing", "names that must exist"),
            Map.entry("answer-without-question", "fields that go together"),
            Map.entry("odd-handle-value", "arithmetic"),
            Map.entry("too-many-steps", "arithmetic"),
            Map.entry("too-much-memory", "arithmetic"),
            Map.entry("nobody-calls", "names that must exist"),
            Map.entry("parent-cycle", "names that must agree"),
            Map.entry("duplicate-pid", "numbers that must differ"),
            Map.entry("odd-pid", "arithmetic"),
            Map.entry("thread-of-driver", "names that must exist"),
            Map.entry("thread-before-process", "names that must agree"),
            Map.entry("select-unknown", "names that must exist"),
            Map.entry("leak-of-nobody", "names that must exist"),
            Map.entry("waits-of-nobody", "names that must exist"),
            Map.entry("several-names", "names that must exist"),
            Map.entry("cast-too-large", "what the kernel answers"),
            Map.entry("device-path", "what the kernel answers"),
            Map.entry("pool-too-small", "what the kernel answers"),
            Map.entry("two-devices-of-one-name", "what the kernel answers"),
            Map.entry("two-drivers-of-one-name", "what the kernel answers"),
            Map.entry("long-word", "lines"));

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.text(), InputFormat.JSON);

    @TestFactory
    List<DynamicTest> theSchemaAcceptsEveryGoodFile() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ScenarioFiles.good()) {
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(complaints(file)).isEmpty()));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> theSchemaRefusesEveryBrokenFileThatItCanSeeThrough() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ScenarioFiles.broken()) {
            String name = file.getFileName().toString().replace(".yaml", "");
            tests.add(DynamicTest.dynamicTest(name, () -> {
                boolean accepted = complaints(file).isEmpty();
                assertThat(accepted).as("accepted by the schema").isEqualTo(ONLY_THE_READER_SEES.containsKey(name));
            }));
        }
        return tests;
    }

    @Test
    void everyExceptionIsAFile() {
        assertThat(ONLY_THE_READER_SEES.keySet()).allSatisfy(name -> assertThat(ScenarioFiles.BROKEN.resolve(name + ".yaml")).exists());
    }

    @Test
    void theSchemaIsTheSameTextEachTime() {
        assertThat(ScenarioSchema.text()).isEqualTo(ScenarioSchema.text()).contains("\"CreateEvent\"", "\"ZwClose\"");
    }

    /// What the schema says about a file, or that it is not YAML at all.
    private List<String> complaints(Path file) throws Exception {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true)
                .setTagConstructors(Map.of()).build();
        Object loaded;
        try {
            loaded = new Load(settings).loadAllFromString(text.replaceAll("(?<=\\s)!\\S+ ", "")).iterator().next();
        } catch (YamlEngineException | NoSuchElementException e) {
            return List.of("not YAML: " + e.getMessage());
        }
        return schema.validate(JsonText.of(asJson(loaded)), InputFormat.JSON).stream().map(Error::toString).toList();
    }

    /// The same values with text for keys, as JSON has them.
    private static Object asJson(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.forEach((key, item) -> fields.put(String.valueOf(key), asJson(item)));
                yield fields;
            }
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(asJson(item)));
                yield items;
            }
            case null, default -> value;
        };
    }
}
