package dev.handlens.kernel.ex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"Obtb", "Obeb", "ObHd", "ObNm", "ObDi", "Irp ", "IoNm", "PsQb", "SeTd", "Symt", "Wait"})
    void everyTagOfTheKernelIsDescribed(String tag) {
        assertThat(PoolTag.description(tag)).isNotBlank().doesNotContain("objects,");
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void theTagOfATypeIsDescribedByItsName(ObjectType type) {
        assertThat(PoolTag.description(type.tag())).contains(type.typeName());
    }

    @Test
    void aTagThatTypesShareNamesThemAll() {
        assertThat(PoolTag.description("Even")).isEqualTo("Event, EventPair objects");
        assertThat(PoolTag.description("IoCo")).isEqualTo("IoCompletionReserve, IoCompletion objects");
    }

    @Test
    void anUnknownTagHasNoDescription() {
        assertThat(PoolTag.description("Leak")).isEmpty();
        assertThat(PoolTag.description("Irp")).isEmpty();
    }
}
