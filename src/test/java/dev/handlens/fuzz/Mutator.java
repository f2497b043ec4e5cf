package dev.handlens.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes the text of a file at one to four places.
final class Mutator {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9A-Fa-f]+|\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final List<String> NUMBERS = List.of("0", "-1", "1", "3", "4", "255", "65536", "2147483647", "2147483648", "4294967295",
            "9223372036854775807", "18446744073709551615", "99999999999999999999", "0x0", "0xFFFFFFFF", "1e9", "0.5", "1500ms", "999999999h", "1KB",
            "999999999GB", "1099511627776", "1073741825s", "~", "true");
    /// Text that acts on terminals, on YAML or on the kernel's names, as it is written in YAML.
    private static final List<String> TEXTS = List.of("\"\\u001B[31mred\"", "\"\\u202Edrowssap\"", "\"a\\nb\"", "\"\\x07\"", "\"\\u2028\"",
            "\"\\0\"", "\"\\U000E0041\"", "''", "\"'\"", "'\"'", "'\\'", "'\\Device'", "'\\\\'", "'C:\\'", "'a: b'", "'# x'", "'- x'", "'[a, b]'", "System",
            "self", "fred.exe", "'x y'", "'ä\u0308'", "\uD83D\uDE00", "'%s%n'", "'${x}'", "'a*'", "'queue[]'", "&a x", "*a", "!!int 3", "|", ">", "? x", "%YAML",
            "\"x \\n y \\n\"", "\"\\u0085\"", "'\\REGISTRY\\MACHINE\\SOFTWARE'", "'\\??\\C:'", "'\\Device\\HarddiskVolume2\\'");

    private final List<String> files;

    /// @param files texts to change, and to take pieces from
    Mutator(List<String> files) {
        this.files = List.copyOf(files);
    }

    /// Returns the file of a number. The same number gives the same file.
    byte[] file(long number) {
        SplittableRandom random = new SplittableRandom(number);
        String text = files.get(random.nextInt(files.size()));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            text = change(text, random);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String change(String text, SplittableRandom random) {
        return switch (random.nextInt(11)) {
            case 0, 1 -> replace(text, NUMBER, one(NUMBERS, random), random);
            case 2 -> replace(text, WORD, one(TEXTS, random), random);
            case 3, 4 -> replace(text, WORD, piece(WORD, random), random);
            case 5 -> lines(text, random, Mutator::remove);
            case 6 -> lines(text, random, Mutator::repeat);
            case 7 -> lines(text, random, Mutator::swap);
            case 8 -> lines(text, random, (lines, at, r) -> lines.add(at, line(r)));
            case 9 -> text.substring(0, random.nextInt(text.length()));
            case 10 -> insert(text, random);
            default -> throw new IllegalStateException("there are eleven changes");
        };
    }

    private interface LineChange {
        void apply(List<String> lines, int at, SplittableRandom random);
    }

    private static String lines(String text, SplittableRandom random, LineChange change) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!lines.isEmpty()) {
            change.apply(lines, random.nextInt(lines.size()), random);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void remove(List<String> lines, int at, SplittableRandom random) {
        int count = Math.min(lines.size() - at, 1 + random.nextInt(3));
        lines.subList(at, at + count).clear();
    }

    private static void repeat(List<String> lines, int at, SplittableRandom random) {
        int times = random.nextInt(10) == 0 ? 2_000 : 1 + random.nextInt(3);
        String line = lines.get(at);
        for (int i = 0; i < times; i++) {
            lines.add(at, line);
        }
    }

    private static void swap(List<String> lines, int at, SplittableRandom random) {
        int other = random.nextInt(lines.size());
        String line = lines.set(at, lines.get(other));
        lines.set(other, line);
    }

    private String line(SplittableRandom random) {
        List<String> lines = one(files, random).lines().toList();
        return lines.isEmpty() ? "" : one(lines, random);
    }

    private static String insert(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        String piece = switch (random.nextInt(4)) {
            case 0 -> "x".repeat(1 + random.nextInt(20_000));
            case 1 -> " ".repeat(1 + random.nextInt(5));
            case 2 -> String.valueOf((char) random.nextInt(0x3000));
            default -> one(TEXTS, random);
        };
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static String replace(String text, Pattern what, String by, SplittableRandom random) {
        List<MatchResult> places = what.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        MatchResult place = one(places, random);
        return text.substring(0, place.start()) + by + text.substring(place.end());
    }

    private String piece(Pattern what, SplittableRandom random) {
        List<MatchResult> places = what.matcher(one(files, random)).results().toList();
        return places.isEmpty() ? "x" : one(places, random).group();
    }

    private static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
