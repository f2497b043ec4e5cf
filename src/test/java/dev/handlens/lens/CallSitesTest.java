package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSitesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ntdll", "kernel32", "KERNELBASE", "nt", "win32u", "user32", "advapi32", "ws2_32", "mswsock", "ucrtbase", "msvcrt",
            "vcruntime140", "vcruntime140_1", "coreclr", "clr", "mscorlib", "System.Private.CoreLib", "jvm", "ntdll.dll", "Kernel32.DLL"})
    void aFrameOfTheSystemOrARuntimeIsNotTheProgramsOwn(String module) {
        assertThat(CallSites.site(List.of(module + "!Anything+0x1", "server!OnRequest+0x41"))).isEqualTo("server!OnRequest+0x41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "ntdllx", "clrmd", "dnscache", "afd", "themes"})
    void anyOtherFrameIs(String module) {
        assertThat(CallSites.site(List.of("ntdll!NtCreateEvent+0xa", module + "!F+0x1", "server!main+0x2"))).isEqualTo(module + "!F+0x1");
    }

    @Test
    void aStackThatIsAllOfTheSystemIsCalledByItsInnermostFrame() {
        assertThat(CallSites.site(List.of("ntdll!NtCreateEvent+0xa", "kernel32!CreateEventW+0x6b"))).isEqualTo("ntdll!NtCreateEvent+0xa");
        assertThat(CallSites.site(List.of())).isEmpty();
    }
}
