package dev.lockstile.auth.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A new file of lines that only its owner may read, from its first byte on, where the file system knows owners.
 * One that is closed before it is finished is removed.
 */
final class OwnersFile implements AutoCloseable {

    /** Reading and writing for the owner alone. */
    static final String OWNER_ONLY = "rw-------";

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final FileChannel channel;
    private final Writer lines;
    private boolean whole;

    private OwnersFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.lines = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when it is there already or cannot be made */
    static OwnersFile create(Path file) {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            return new OwnersFile(file, FileChannel.open(file, fresh, rights(file, OWNER_ONLY)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot make " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * A file that only its owner may read, in the place of one that is there: so no user who made it before, or
     * holds it open, can read along. A device is written to as it is.
     *
     * @throws IllegalArgumentException for a link: what it leads to is for another command to say
     */
    static Writer replace(Path file) throws IOException {
        requireNoLink(file);
        boolean device =
                Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!device) {
            Files.deleteIfExists(file);
        }
        Set<OpenOption> options = device
                ? Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)
                : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new BufferedWriter(new OutputStreamWriter(
                Channels.newOutputStream(
                        device
                                ? Files.newByteChannel(file, options)
                                : Files.newByteChannel(file, options, rights(file, OWNER_ONLY))),
                StandardCharsets.UTF_8));
    }

    /** The same with its whole text. */
    static void replace(Path file, String text) throws IOException {
        try (Writer writer = replace(file)) {
            writer.write(text);
        }
    }

    static void requireNoLink(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw new IllegalArgumentException(file + " is a link: name the file itself");
        }
    }

    /** @throws IllegalArgumentException for anything but a plain file */
    static void requirePlain(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(file + " is no plain file: name the file itself, not a link to it");
        }
    }

    /** @throws IllegalArgumentException when the file cannot be read */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The refusal of a file that cannot be read; what it holds is not told. */
    static IllegalArgumentException unreadable(Path file, IOException cause) {
        return new IllegalArgumentException(
                "cannot read " + file + " (" + cause.getClass().getSimpleName() + ")", cause);
    }

    void line(String text) {
        try {
            lines.write(text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written (" + e.getMessage() + "); make room", e);
        }
    }

    /** All of it is on the disk, also when the machine stops right after. */
    void finish() throws IOException {
        lines.flush();
        channel.force(true);
        whole = true;
    }

    @Override
    public void close() throws IOException {
        try (Writer closing = lines) {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Rights to make a file or folder with, in the file system of this path; none where it knows no owners. */
    static FileAttribute<?>[] rights(Path path, String rights) {
        return knowsOwners(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** Takes the rights of all but the owner from a file that is there, where the file system knows owners. */
    static void closeToOthers(Path file) throws IOException {
        if (knowsOwners(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }

    /** Whether other users may read or write a file that is there; false where the file system knows no owners. */
    static boolean isOpenToOthers(Path file, LinkOption... options) throws IOException {
        return knowsOwners(file)
                && Files.getPosixFilePermissions(file, options).stream().anyMatch(OF_OTHERS::contains);
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
