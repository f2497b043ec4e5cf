package dev.handlens.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of the repository that people write.
final class ProjectFiles {
    private static final List<String> FOLDERS = List.of("src", "resources", "scenarios", "docs", ".ci", ".mvn");
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|css|md|xml|yaml|yml|json|txt|properties|fxml|html|svg|sh|cmd)|.*/run|mvnw");

    private ProjectFiles() {}

    /// All text files, by their path from the top of the repository, in the order of their names.
    static List<Path> texts() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(Files::isRegularFile).forEach(files::add);
        }
        for (String folder : FOLDERS) {
            files.addAll(under(Path.of(folder)));
        }
        return files.stream().filter(file -> TEXT.matcher(slashes(file)).matches()).sorted().toList();
    }

    /// All files in a folder and below; none when there is no such folder.
    static List<Path> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A path with forward slashes on every system.
    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
