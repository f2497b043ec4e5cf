package dev.handlens.app;

import dev.handlens.source.FileProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file so that whatever has its name is whole: the content goes to a new file in the same folder, which takes the name when it is
/// complete. When writing fails or is stopped, a file of that name stays as it was. Every file that Handlens writes is written here.
final class AtomicFile {
    /// As many links as Linux follows.
    private static final int MOST_LINKS = 40;
    /// Part files that may stand beside the target, of other programs or of runs that were killed.
    private static final int MOST_PARTS = 100;

    private AtomicFile() {}

    /// The content of a file.
    @FunctionalInterface
    interface Content {
        /// Writes the content; the stream is closed by the caller.
        ///
        /// @return whether the content is complete; an incomplete one is thrown away
        /// @throws IOException when it cannot be written
        boolean write(OutputStream out) throws IOException;
    }

    /// Writes a file. A symbolic link is followed: its target is written, the link stays.
    ///
    /// @return whether the content was complete and the file has it
    /// @throws IOException when it cannot be written, or when something that is not a regular file has the name, such as a device or a folder
    static boolean write(Path file, Content content) throws IOException {
        Path target = target(file);
        Path part = null;
        try {
            boolean complete;
            try (Part opened = open(target)) {
                part = opened.path();
                complete = content.write(opened.out());
            }
            if (complete) {
                keepPermissions(target, part);
                replace(part, target);
            }
            return complete;
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// Returns whether a folder takes a new file. Permissions do not tell: root may write where a file system takes no files.
    ///
    /// @param folder the folder, which need not exist
    static boolean canWriteIn(String folder) {
        try {
            Files.delete(Files.createTempFile(Path.of(folder), "handlens", ""));
            return true;
        } catch (IOException | InvalidPathException unusable) {
            return false;
        }
    }

    /// The new file, and the stream into it.
    private record Part(Path path, OutputStream out) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// Returns the file that a path leads to, links followed to their end; it need not exist.
    private static Path target(Path file) throws IOException {
        Path path = file.toAbsolutePath();
        for (int link = 0; Files.isSymbolicLink(path); link++) {
            if (link == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        if (path.getFileName() == null) {
            throw new FileSystemException(file.toString(), null, FileProblem.FOLDER);
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new FileSystemException(file.toString(), null, attributes.isDirectory() ? FileProblem.FOLDER : FileProblem.SPECIAL_FILE);
            }
        }
        return path;
    }

    /// The name is short whatever the target's is, because file systems bound names.
    private static Part open(Path target) throws IOException {
        for (int number = 1; ; number++) {
            Path path = target.resolveSibling(".handlens-" + number + ".part");
            try {
                return new Part(path, Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            } catch (FileAlreadyExistsException taken) {
                if (number == MOST_PARTS) {
                    throw taken;
                }
            }
        }
    }

    private static void keepPermissions(Path target, Path part) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.setPosixFilePermissions(part, old.readAttributes().permissions());
        }
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
