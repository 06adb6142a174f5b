package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data folder and the keys in it: made at the first start, for their owner's eyes alone. */
final class KeyFiles {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    KeyFiles(Path data) {
        this.folder = data.resolve("keys");
    }

    /** Makes the data folder, which holds the embedded database too, so that no other user can look into it. */
    static void prepare(Path data) {
        try {
            Files.createDirectories(data, attributes(OWNER_FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data + " cannot be made", e);
        }
    }

    /** The files that there are. */
    static List<Path> of(Path data) {
        return Stream.of("digest.key", "signing.jwks", "audit.keys", "import.keys")
                .map(data.resolve("keys")::resolve)
                .filter(Files::exists)
                .toList();
    }

    AuthKeys load(QuickstartSettings.Keys given) {
        String digest = given.digest() == null
                ? keep("digest.key", () -> AuthKeys.generate().digestKey().reveal())
                : given.digest();
        String signing = given.signing() == null
                ? keep("signing.jwks", () -> SigningKeys.generate().jwkSet().reveal())
                : given.signing();
        return new AuthKeys(Secret.of(digest), new SigningKeys(Secret.of(signing)));
    }

    /** The keys of the audit trail, the one in use first; a rotation puts a new line before the others. */
    Secret auditKeys(QuickstartSettings.Keys given) {
        return load(given).auditKey(own("audit.keys", given.audit()));
    }

    /** The keys that seal what an import keeps, in the same form. */
    Secret importKeys(QuickstartSettings.Keys given) {
        return load(given).importKey(own("import.keys", given.imports()));
    }

    private Secret own(String name, @Nullable String given) {
        String text =
                given == null ? keep(name, () -> AuthKeys.generate().digestKey().reveal()) : given;
        return Secret.of(text);
    }

    private String keep(String name, Supplier<String> fresh) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder, attributes(OWNER_FOLDER));
                create(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + folder + " can be neither read nor made", e);
        }
    }

    /** Complete under its name or not there at all, whatever process starts at the same moment. */
    private static void create(Path file, String content) throws IOException {
        Path draft =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", attributes(OWNER_FILE));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another process was first: its key counts
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
