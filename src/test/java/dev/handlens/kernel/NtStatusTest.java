package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NtStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name,                        value,      success, win32
            STATUS_SUCCESS,                0x00000000, true,    0
            STATUS_PENDING,                0x00000103, true,    997
            STATUS_OBJECT_NAME_EXISTS,     0x40000000, true,    183
            STATUS_BUFFER_OVERFLOW,        0x80000005, false,   234
            STATUS_INVALID_HANDLE,         0xC0000008, false,   6
            STATUS_ACCESS_DENIED,          0xC0000022, false,   5
            STATUS_OBJECT_TYPE_MISMATCH,   0xC0000024, false,   6
            STATUS_OBJECT_NAME_NOT_FOUND,  0xC0000034, false,   2
            STATUS_OBJECT_NAME_COLLISION,  0xC0000035, false,   183
            STATUS_INSUFFICIENT_RESOURCES, 0xC000009A, false,   1450
            STATUS_HANDLE_NOT_CLOSABLE,    0xC0000235, false,   6
            """)
    void statusesHaveTheValuesOfWindows(String name, String value, boolean success, int win32) {
        NtStatus status = NtStatus.ofName(name).orElseThrow();

        assertThat(status.code()).isEqualTo(Long.decode(value).intValue());
        assertThat(status.isSuccess()).isEqualTo(success);
        assertThat(status.win32Error()).hasValue(win32);
    }

    @ParameterizedTest
    @EnumSource(NtStatus.class)
    void everyStatusIsFoundByValueAndByName(NtStatus status) {
        assertThat(NtStatus.of(status.code())).isSameAs(status);
        assertThat(NtStatus.ofName(status.name())).contains(status);
        assertThat(NtStatus.ofName(status.name().substring("STATUS_".length()))).contains(status);
    }

    @ParameterizedTest
    @EnumSource(NtStatus.class)
    void severityIsInTheTopTwoBits(NtStatus status) {
        assertThat(status.isSuccess()).isEqualTo(status.code() >>> 30 < 2);
    }

    @Test
    void noTwoStatusesShareAValue() {
        assertThat(Arrays.stream(NtStatus.values()).map(NtStatus::code)).doesNotHaveDuplicates();
    }

    @Test
    void whatAWaitReturnsIsNoWin32Error() {
        assertThat(NtStatus.STATUS_TIMEOUT.win32Error()).isEmpty();
        assertThat(NtStatus.STATUS_ABANDONED_WAIT_0.win32Error()).isEmpty();
    }

    @Test
    void unknownStatusesAreRefusedByValueAndEmptyByName() {
        assertThatThrownBy(() -> NtStatus.of(0xC0FFEE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0x00C0FFEE");
        assertThat(NtStatus.ofName("STATUS_FINE")).isEmpty();
    }
}
