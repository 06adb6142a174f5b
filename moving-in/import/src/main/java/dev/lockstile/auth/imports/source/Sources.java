package dev.lockstile.auth.imports.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Opens a source by its address: {@code jdbc:...}, the path of a {@code .jsonl}, {@code .json} or {@code .csv} file
 * (followed by {@code .gz} when compressed), a realm export of Keycloak (its file or folder), or an address that a
 * {@link SourceProvider} on the class path supports.
 */
public final class Sources {

    private Sources() {}

    /**
     * Opens the source of an address, whatever its kind.
     *
     * @param access the address and the credentials
     * @return the source, to be closed by the caller
     * @throws SourceUnusableException when the address is unknown, or no server answers there
     */
    public static Source open(SourceAccess access) {
        return open(access, FileFormat.STANDARD);
    }

    /**
     * Opens the source of an address with a format, which is for files of records.
     *
     * @param access the address and the credentials
     * @param format encoding and key of a file of records
     * @return the source, to be closed by the caller
     * @throws SourceUnusableException when the address is unknown, or no server answers there, or a format is given for
     *     a database
     */
    public static Source open(SourceAccess access, FileFormat format) {
        boolean database = access.url().matches("(?s)(jdbc:|mongodb).*");
        if (database && !format.equals(FileFormat.STANDARD)) {
            throw new SourceUnusableException(
                    "an encoding and a key are those of a file of records, and " + access.safeUrl() + " is none");
        }
        if (access.url().startsWith("jdbc:")) {
            return JdbcSource.open(access);
        }
        for (SourceProvider provider : ServiceLoader.load(SourceProvider.class)) {
            Source found = provider.open(access).orElse(null);
            if (found != null) {
                return found;
            }
        }
        if (access.url().startsWith("mongodb")) {
            throw new SourceUnusableException("to read " + access.safeUrl() + " add the module import-mongodb");
        }
        return file(access, format);
    }

    /**
     * Opens a file of records by its name.
     *
     * @param file a file with a known extension, such as {@code .csv} or {@code .jsonl}
     * @return the source, to be closed by the caller
     * @throws SourceUnusableException when the extension is unknown, or the file cannot be read
     */
    public static Source file(Path file) {
        return file(file, FileFormat.STANDARD);
    }

    /**
     * Opens a file of records with another encoding or key.
     *
     * @param file a file with a known extension, such as {@code .csv} or {@code .jsonl}
     * @param format its encoding and its key
     * @return the source, to be closed by the caller
     * @throws SourceUnusableException when the extension is unknown, the file cannot be read, or a format is given for
     *     a realm export
     */
    public static Source file(Path file, FileFormat format) {
        if (KeycloakExport.isExport(file)) {
            if (!format.equals(FileFormat.STANDARD)) {
                throw new SourceUnusableException("a realm export is in UTF-8 and has keys of its own");
            }
            return KeycloakExport.of(file);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".csv")) {
            return new CsvSource(file, format);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".ndjson")) {
            return new JsonLinesSource(file, format);
        }
        throw new SourceUnusableException(
                "cannot tell what " + file.getFileName() + " is: name it .jsonl, .json or .csv, packed .gz behind it");
    }

    private static Source file(SourceAccess access, FileFormat format) {
        try {
            return file(Path.of(access.url().replaceFirst("^file:(//)?", "")), format);
        } catch (InvalidPathException e) {
            throw new SourceUnusableException("neither a JDBC address nor a file: " + access.safeUrl());
        }
    }
}
