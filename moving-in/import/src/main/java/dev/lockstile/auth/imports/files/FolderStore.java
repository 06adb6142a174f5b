package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** The regular files of a folder and of those below it. Links are not followed. */
final class FolderStore implements FileStore {

    private static final String UNFINISHED = ".lockstile-part";

    /** The longest name of a file that file systems allow, in bytes. */
    private static final int LONGEST_NAME = 255;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String description() {
        return folder.toString();
    }

    @Override
    public void names(Consumer<String> told) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && !name.endsWith(UNFINISHED)) {
                    told.accept(name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public Optional<StoredFile> find(String name) throws IOException {
        Path file = file(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new StoredFile(Files.size(file), Optional.empty()))
                : Optional.empty();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes under another name first, so that a process that is killed leaves no half of a file under its name. */
    @Override
    public void write(String name, Path content, String sha256) throws IOException {
        Path file = file(name);
        requirePlace(file);
        Path part = part(file);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                InputStream bytes = Files.newInputStream(content);
                OutputStream out = Channels.newOutputStream(channel)) {
            bytes.transferTo(out);
            channel.force(true);
        }
        try (InputStream written = Files.newInputStream(part)) {
            if (!Sha256Hex.of(written).equals(sha256)) {
                throw new IOException("what was written to " + folder + " is not what was read");
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Refuses a name below that of a file: a store that speaks S3 can have both, and a folder cannot. */
    private void requirePlace(Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(folder); at = at.getParent()) {
            if (Files.exists(at) && !Files.isDirectory(at)) {
                throw new IllegalArgumentException("a file of the folder has that name");
            }
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("a folder has that name");
        }
    }

    private static Path part(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(
                (bytes(name) + UNFINISHED.length() > LONGEST_NAME ? Sha256Hex.of(name) : name) + UNFINISHED);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** @throws IllegalArgumentException for a name that leads out of the folder or through a link, or is too long */
    private Path file(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            boolean inside = !name.isEmpty() && file.startsWith(folder) && !file.equals(folder);
            if (inside && isShort(name) && relative(file).equals(name) && !leadsThroughLink(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not the name of a file of the folder", e);
        }
        throw new IllegalArgumentException("not the name of a file of the folder");
    }

    private static boolean isShort(String name) {
        return Arrays.stream(name.split("/")).allMatch(part -> bytes(part) <= LONGEST_NAME);
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private boolean leadsThroughLink(Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(folder); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }
}
