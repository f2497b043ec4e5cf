package dev.handlens.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/// Says in a few words why a file cannot be read or written.
public final class FileProblem {
    /// The reason of a folder where a file is needed.
    public static final String FOLDER = "it is a folder";
    /// The reason of a pipe, a device or a socket where a file is needed.
    public static final String SPECIAL_FILE = "it is not a regular file";
    private static final String LINK_LOOP = "Too many levels of symbolic links";

    private FileProblem() {}

    /// Returns the reason of a failure without the name of the file, such as `no permission` or `No space left on device`.
    public static String reason(IOException failure) {
        // Libraries wrap what the file system said.
        if (failure.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "no permission";
            case FileSystemLoopException _ -> "its symbolic links lead in a circle";
            case FileSystemException other when other.getReason() != null ->
                other.getReason().startsWith(LINK_LOOP) ? "its symbolic links lead in a circle" : VisibleText.line(other.getReason());
            default -> VisibleText.line(String.valueOf(failure.getMessage()));
        };
    }
}
