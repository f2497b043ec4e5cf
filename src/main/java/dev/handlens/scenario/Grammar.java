package dev.handlens.scenario;

import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What a scenario file may say, outside of the calls' own arguments, which `CallCatalog` lists.
final class Grammar {
    static final int VERSION = 1;
    static final int MOST_ROUNDS = 20_000_000;
    static final String ANY = "any";
    static final String NONE = "none";
    /// What is expected of a thread whose wait has not ended.
    static final String WAITING = "waiting";
    /// What a driver can do with control codes: `IoctlAnswer` says what each word means.
    static final List<String> ANSWERS = Arrays.stream(IoctlAnswer.values()).map(IoctlAnswer::label).toList();

    /// A whole scenario.
    static final Shape SCENARIO = new Shape.Named("scenario");

    private static final SequencedMap<String, Shape> NAMED = define();

    private Grammar() {}

    /// The shapes that have names.
    static SequencedMap<String, Shape> named() {
        return NAMED;
    }

    private static SequencedMap<String, Shape> define() {
        SequencedMap<String, Shape> named = new LinkedHashMap<>();
        named.put("scenario", scenario());
        named.put("machine", machine());
        named.put("member", member());
        named.put("view", view());
        named.put("block", new Shape.Variants("a step", List.of("repeat"), List.of(repeat()), new Shape.Named("step")));
        named.put("step", step());
        named.put("finals", ExpectationGrammar.finals());
        named.put("expect", ExpectationGrammar.step());
        named.put("duration", Shape.Matching.textOrNumber("a time such as 20ms, 2s or 1min", Scalars.DURATION));
        named.put("size", Shape.Matching.textOrNumber("a size such as 64KB or 360MB", Scalars.SIZE));
        named.put("castName", Shape.Matching.text("a cast name: letters, digits, '_', '-' and '.'", FieldKind.CAST_NAME));
        named.put("variable", Shape.Matching.text("a variable such as h, pfred.handle or queue*", FieldKind.VARIABLE + "(\\*|\\[\\])?"));
        named.put("handle", handle());
        named.put("access", access(null));
        for (ObjectType type : ObjectType.values()) {
            if (CallCatalog.all().stream().flatMap(c -> c.fields().stream()).anyMatch(f -> f.type() == type)) {
                named.put(FieldKind.accessName(type), access(type));
            }
        }
        for (CallSpec call : CallCatalog.all()) {
            named.put(call.name(), CallGrammar.call(call));
        }
        return Collections.unmodifiableSequencedMap(named);
    }

    private static Shape handle() {
        String what = "a handle: a variable, self, self-thread or a number";
        String pattern = FieldKind.VARIABLE + "(\\*|\\[\\])?|" + FieldKind.SELF_THREAD;
        return new Shape.Matching(what, Pattern.compile(pattern), new Shape.Whole(what, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Shape access(ObjectType type) {
        String what = type == null ? "an access right" : "an access right of " + type.typeName();
        return FieldKind.wordOrWords(what, AccessMask.knownNames(type));
    }

    static Shape.Field required(String name, Shape shape, String doc) {
        return new Shape.Field(name, shape, true, "", doc);
    }

    static Shape.Field optional(String name, Shape shape, String fallback, String doc) {
        return new Shape.Field(name, shape, false, fallback, doc);
    }

    static Shape named(String name) {
        return new Shape.Named(name);
    }

    /// Text on one line.
    static Shape.Scalar text(String what) {
        return new Shape.AnyText(what, false);
    }

    /// Text of any number of lines.
    static Shape.Scalar prose(String what) {
        return new Shape.AnyText(what, true);
    }

    private static Shape scenario() {
        Shape lines = prose("the lines of a listing");
        return new Shape.Fields("the scenario", List.of(
                required("handlens", new Shape.Whole("the version of the format, 1", VERSION, VERSION), "version of the format: 1"),
                required("title", text("text"), "title"),
                optional("summary", text("text"), "", "one sentence for lists of scenarios"),
                optional("machine", named("machine"), "x64", "the machine it runs on"),
                optional("pace", named("duration"), "20ms", "simulated time before each step that names no `after`"),
                optional("cast", new Shape.Table("a cast member", Shape.Matching.text(
                        "letters, digits, '_', '-' and '.'", FieldKind.CAST_NAME), named("member")), "", "who takes part, by name"),
                optional("view", named("view"), "", "how the window opens"),
                optional("sources", new Shape.Table("a listing", Shape.Matching.text("a file name without ':'", "[^:\\n]+"), lines), "",
                        "source listings, by name"),
                required("steps", new Shape.Items(named("block"), 1), "what happens, in order"),
                optional("expect", named("finals"), "", "what must hold at the end")));
    }

    private static Shape machine() {
        Shape.Words architectures = new Shape.Words("x64 or x86", List.of("x64", "x86"), false);
        return new Shape.ByKind(architectures, null, new Shape.Fields("the machine", List.of(
                optional("arch", architectures, "x64", "processor"),
                optional("paged", named("size"), "360MB", "most paged pool"),
                optional("nonpaged", named("size"), "256MB", "most nonpaged pool"),
                optional("reuse", new Shape.Words("lifo or fifo", List.of("lifo", "fifo"), false), "lifo",
                        "which freed handle value comes first"),
                optional("verifier", new Shape.Truth(), "false", "whether Driver Verifier watches every driver"))));
    }

    private static Shape member() {
        Shape.Whole id = new Shape.Whole("an id, a multiple of 4", 4, Integer.MAX_VALUE);
        List<String> privileges = Arrays.stream(Privilege.values()).map(Privilege::label).toList();
        List<String> privilegesOrNone = new ArrayList<>(privileges);
        privilegesOrNone.add(NONE);
        Shape.Fields process = new Shape.Fields("a process", List.of(
                required("process", text("a file name such as fred.exe"), "file name of its program"),
                optional("parent", named("castName"), "", "cast name of its parent"),
                optional("pid", id, "", "process id; the next free one when absent"),
                optional("loader", new Shape.Truth(), "true", "whether handles that system DLLs open at start are opened"),
                optional("tracing", new Shape.Truth(), "false", "whether handle tracing is on from the start"),
                optional("privileges", new Shape.ByKind(new Shape.Words("a privilege or none", privilegesOrNone, false),
                        new Shape.Items(new Shape.Words("a privilege", privileges, false), 1), null), "SeChangeNotifyPrivilege",
                        "the privileges it holds, all of them, or `none`"),
                optional("quota", new Shape.Fields("a quota", List.of(
                        optional("paged", named("size"), "no limit", "most paged pool that its objects may take"),
                        optional("nonpaged", named("size"), "no limit", "most nonpaged pool that its objects may take"))), "",
                        "what it may use of the pools"),
                optional("later", new Shape.Truth(), "false", "whether a step makes it, with `new`")));
        Shape.Fields thread = new Shape.Fields("a thread", List.of(
                required("thread", named("castName"), "cast name of its process"),
                optional("start", text("a function's name"), "", "its start routine, for people"),
                optional("tid", id, "", "thread id; the next free one when absent"),
                optional("later", new Shape.Truth(), "false", "whether a step makes it, with `new`")));
        Shape.Scalar path = text("a path such as \\Device\\Gizmo");
        Shape.Fields driver = new Shape.Fields("a driver", List.of(
                required("driver", text("a file name such as gizmo.sys"), "its file name"),
                optional("device", new Shape.ByKind(path, new Shape.Items(path, 1), null), "", "path of its device, or a list of paths"),
                optional("answers", new Shape.Words("what a driver does with control codes", ANSWERS, false), IoctlAnswer.AT_ONCE.label(),
                        "what it does with control codes"),
                optional("verifier", new Shape.Truth(), "false", "whether Driver Verifier watches it")));
        return new Shape.Variants("a cast member", List.of("process", "thread", "driver"), List.of(process, thread, driver), null);
    }

    private static Shape view() {
        return new Shape.Fields("the view", List.of(
                optional("select", named("castName"), "the first process", "whose handles are listed"),
                optional("watch", new Shape.Words("events or poll", List.of("events", "poll"), false), "events",
                        "see every event, or poll as Process Explorer does"),
                optional("interval", named("duration"), "1s", "simulated time between two polls"),
                optional("highlight", Shape.Matching.textOrNumber("step, ever or a time such as 2s", Scalars.DURATION + "|step|ever"),
                        "step", "how long changes stay coloured"),
                optional("unnamed", new Shape.Truth(), "false", "whether unnamed handles are listed")));
    }

    private static Shape.Fields repeat() {
        Shape.Fields how = new Shape.Fields("a repeat", List.of(
                required("times", new Shape.Whole("a whole number", 1, MOST_ROUNDS), "how often"),
                optional("every", named("duration"), "the scenario's pace", "simulated time that a round takes at least")));
        return new Shape.Fields("a repeat", List.of(
                required("repeat", how, "how often and how fast"),
                required("do", new Shape.Items(named("block"), 1), "steps to repeat, repeats among them")));
    }

    private static Shape step() {
        List<Shape.Field> fields = new ArrayList<>(List.of(
                optional("title", text("text"), "", "heading of the walkthrough"),
                optional("say", prose("text"), "", "narration, Markdown"),
                optional("notes", prose("text"), "", "for the presenter"),
                optional("source", Shape.Matching.text("a listing and a line such as fred.cpp:3 or fred.cpp:3-4",
                        "[^:\\n]+:[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})?"), "", "current lines of a listing"),
                optional("ask", prose("text"), "", "question to the room"),
                optional("answer", prose("text"), "", "its answer"),
                optional("after", named("duration"), "the pace; 0ms inside a repeat", "simulated time that passes before the step"),
                optional("forget", new Shape.Items(named("variable"), 1), "", "variables that go out of scope after the step")));
        List<String> calls = new ArrayList<>();
        for (CallSpec call : CallCatalog.all()) {
            fields.add(optional(call.name(), named(call.name()), "", call.doc()));
            calls.add(call.name());
        }
        return new Shape.Fields("a step", List.copyOf(fields), List.copyOf(calls), List.of());
    }
}
