package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The superclasses of entities, the table of each, and how an entity of it is written. */
final class EntityParts {

    /** The entities that every application has. */
    static final List<Class<?>> NEEDED =
            List.of(AbstractUser.class, AbstractProfile.class, AbstractOtpCode.class, AbstractSession.class);

    private static final Map<Class<?>, AuthTable> TABLES = tables();

    private EntityParts() {}

    /** The table of a class by what it extends; null where it extends none of the superclasses. */
    static @Nullable AuthTable table(Class<?> type) {
        return TABLES.entrySet().stream()
                .filter(part -> part.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The superclass of the entities on a table. */
    static Class<?> superclass(AuthTable table) {
        return TABLES.entrySet().stream()
                .filter(part -> part.getValue() == table)
                .<Class<?>>map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** An entity to write. */
    static String example(Class<?> part) {
        return annotations(part) + " class " + name(part) + " extends " + part.getSimpleName()
                + (part.getTypeParameters().length > 0 ? "<Member>" : "")
                + " { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }";
    }

    /** The annotations of an entity, with the name of a table: that of the class may be a word of SQL. */
    static String annotations(Class<?> part) {
        String table = name(part).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return "@Entity @Table(name = \"" + table + "\")";
    }

    /** {@code User} alone is a word of SQL. */
    private static String name(Class<?> part) {
        return part == AbstractUser.class ? "Member" : part.getSimpleName().replaceFirst("^Abstract", "");
    }

    private static Map<Class<?>, AuthTable> tables() {
        Map<Class<?>, AuthTable> tables = new LinkedHashMap<>();
        tables.put(AbstractUser.class, AuthTable.USER);
        tables.put(AbstractProfile.class, AuthTable.PROFILE);
        tables.put(AbstractOtpCode.class, AuthTable.CODE);
        tables.put(AbstractSession.class, AuthTable.SESSION);
        tables.put(AbstractDevice.class, AuthTable.DEVICE);
        tables.put(AbstractSmsLog.class, AuthTable.SMS_LOG);
        tables.put(AbstractEmailLog.class, AuthTable.EMAIL_LOG);
        tables.put(AbstractAuthEvent.class, AuthTable.EVENT);
        tables.put(AbstractLegacyLink.class, AuthTable.LEGACY_LINK);
        tables.put(AbstractTotp.class, AuthTable.TOTP);
        tables.put(AbstractRecoveryCode.class, AuthTable.RECOVERY_CODE);
        tables.put(AbstractTrustedBrowser.class, AuthTable.TRUSTED_BROWSER);
        tables.put(AbstractAuthChallenge.class, AuthTable.CHALLENGE);
        Auth.knownFeatures()
                .forEach(feature -> feature.tables().forEach((type, key) -> tables.put(type, AuthTable.of(key))));
        return tables;
    }
}
