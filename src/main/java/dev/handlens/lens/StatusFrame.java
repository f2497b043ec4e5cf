package dev.handlens.lens;

/// What the status bar says.
///
/// @param process name of the selected process; empty for none
/// @param handles its open handles
/// @param named how many of them are to named objects
/// @param suspected handles suspected leaked in the whole machine
/// @param warning such as `over 10,000: poor design or a leak`; empty for none
/// @param profile such as `x64 · Windows 7 profile`
/// @param place such as `step 9 · 0.140 s`
/// @param bugCheck stop of the simulated machine in words; empty while it runs
public record StatusFrame(
        String process, int handles, int named, long suspected, String warning, String profile, String place, String bugCheck) {}
