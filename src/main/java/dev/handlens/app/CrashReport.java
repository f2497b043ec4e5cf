package dev.handlens.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A failure of Handlens itself, with what is needed to see it again.
///
/// @param scenario the scenario that was open; empty for none
/// @param position the step it was at
/// @param version version of Handlens
/// @param cause what was thrown
public record CrashReport(String scenario, long position, String version, Throwable cause) {
    /// What happened, in one sentence for the person at the screen.
    public String sentence() {
        String place = scenario.isEmpty() ? "" : " at step " + position + " of " + scenario;
        return "Handlens " + version + " failed" + place + ": " + summary() + ". This is a mistake of Handlens, not yours; "
                + "please report it with the text below.";
    }

    /// The sentence and everything that a report needs: version, Java, system, stack.
    public String details() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(sentence());
        out.println();
        out.println(String.join(", ", "handlens " + version, "Java " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        if (!scenario.isEmpty()) {
            out.println("scenario " + scenario + ", step " + position);
        }
        cause.printStackTrace(out);
        out.flush();
        return text.toString().stripTrailing();
    }

    private String summary() {
        String message = cause.getMessage();
        String type = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : type + ", " + message.lines().findFirst().orElse("").strip();
    }
}
