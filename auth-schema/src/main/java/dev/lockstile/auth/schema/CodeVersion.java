package dev.lockstile.auth.schema;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/** Tells one release of this library, or of Liquibase, from another. */
final class CodeVersion {

    private CodeVersion() {}

    /** By the manifest of our jar, or by the file where the build of a host has made one jar of several. */
    static String told() {
        String own = AuthSchema.class.getPackage().getImplementationVersion();
        CodeSource source = AuthSchema.class.getProtectionDomain().getCodeSource();
        return (own == null ? file(source) : own) + " on " + LiquibaseUtil.getBuildVersionInfo();
    }

    private static String file(@Nullable CodeSource source) {
        try {
            File file =
                    new File(source == null ? "" : source.getLocation().toURI().getPath());
            return file.lastModified() + "/" + file.length();
        } catch (URISyntaxException | NullPointerException e) {
            return "-";
        }
    }
}
