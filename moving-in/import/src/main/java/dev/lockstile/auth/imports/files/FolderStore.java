package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** The plain files of a folder and those below it. Links are not followed. */
final class FolderStore implements FileStore {

    private static final String UNFINISHED = ".lockstile-part";

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

    /** Under another name first, so that a process that is killed leaves no half of a file under its own. */
    @Override
    public void write(String name, Path content, String sha256) throws IOException {
        Path file = file(name);
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
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

    /** @throws IllegalArgumentException for a name that leads out of the folder or through a link */
    private Path file(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            boolean inside = !name.isEmpty() && file.startsWith(folder) && !file.equals(folder);
            if (inside && relative(file).equals(name) && !leadsThroughLink(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not the name of a file of the folder", e);
        }
        throw new IllegalArgumentException("not the name of a file of the folder");
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
