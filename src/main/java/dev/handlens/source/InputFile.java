package dev.handlens.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Opens files to read. Only regular files are opened: a pipe without a writer would block for ever, and a device may never end.
public final class InputFile {
    private InputFile() {}

    /// Reads the first bytes of a file.
    ///
    /// @param most bytes read at most
    /// @throws FileSystemException when it does not exist, or is a folder, pipe, device or socket; [FileProblem#reason] says which
    /// @throws IOException when reading fails
    public static byte[] read(Path file, int most) throws IOException {
        checkRegular(file);
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(most);
        }
    }

    /// Reads a whole file as UTF-8.
    ///
    /// @param most bytes it may have
    /// @throws IOException when it is longer, not UTF-8, not a regular file or cannot be read
    public static String readText(Path file, int most) throws IOException {
        byte[] bytes = read(file, most + 1);
        if (bytes.length > most) {
            throw new FileSystemException(file.toString(), null, "it has more than " + most + " bytes");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// Checks that a path leads to a regular file, symbolic links followed.
    ///
    /// @throws FileSystemException when it does not
    /// @throws IOException when that cannot be found out
    public static void checkRegular(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, attributes.isDirectory() ? FileProblem.FOLDER : FileProblem.SPECIAL_FILE);
        }
    }
}
