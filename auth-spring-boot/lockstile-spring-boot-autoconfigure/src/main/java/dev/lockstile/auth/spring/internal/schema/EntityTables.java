package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthSchemaBuilder;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.KeyType;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the tables have to be like for the entities of the application, told before JPA starts. */
final class EntityTables {

    private static final Logger LOG = LoggerFactory.getLogger(EntityTables.class);

    private static final Map<Class<?>, AuthTable> PARTS = parts();

    /** The entities that every application has, each with a name to write; {@code User} alone is a word of SQL. */
    private static final Map<Class<?>, String> NEEDED = needed();

    private static final Set<Class<?>> GENERIC = Set.of(AbstractProfile.class, AbstractSession.class);

    private final Map<AuthTable, Class<?>> entities = new EnumMap<>(AuthTable.class);
    private final UnaryOperator<String> naming;

    /**
     * Looks for entities among the managed classes, by what they extend.
     *
     * @param naming the physical naming strategy of tables
     */
    EntityTables(Collection<Class<?>> managed, UnaryOperator<String> naming) {
        this.naming = naming;
        for (Class<?> type : managed) {
            AuthTable table = part(type);
            if (table != null && type.isAnnotationPresent(Entity.class) && !extendsEntity(type)) {
                entities.put(table, type);
            }
        }
    }

    /**
     * Refuses a start without the entities that the library needs, before anything is written for them.
     *
     * @throws HostModelException naming each that is missing
     */
    void require() {
        List<HostModelException.Problem> problems = NEEDED.entrySet().stream()
                .filter(needed -> !entities.containsKey(part(needed.getKey())))
                .map(needed -> new HostModelException.Problem(
                        "JPA-02",
                        "no entity extends " + needed.getKey().getSimpleName(),
                        "@Entity @Table(name = \""
                                + needed.getValue()
                                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                        .toLowerCase(Locale.ROOT) + "\") class "
                                + needed.getValue() + " extends "
                                + needed.getKey().getSimpleName()
                                + (GENERIC.contains(needed.getKey()) ? "<Member>" : "")
                                + " { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }"))
                .toList();
        if (!problems.isEmpty()) {
            throw new HostModelException(problems);
        }
    }

    /** The tables whose names are not the usual ones. */
    Map<AuthTable, String> names() {
        Map<AuthTable, String> names = new EnumMap<>(AuthTable.class);
        entities.forEach((table, type) -> names.put(table, naming.apply(named(type))));
        return names;
    }

    /** Names and keys where the library can make such tables; a host that makes its own may have others. */
    void usable(AuthSchemaBuilder builder) {
        names().forEach((table, name) -> {
            try {
                builder.table(table, name);
            } catch (IllegalArgumentException notPlain) {
                LOG.debug("no table of the library is named {}", name, notPlain);
            }
        });
        try {
            builder.keyType(keyType());
        } catch (AuthSetupException others) {
            LOG.debug("the keys are made by the application alone", others);
        }
    }

    /** The names of the tables that lie in no schema or catalog of their own. */
    List<String> unqualifiedNames() {
        return entities.values().stream()
                .filter(type -> !isQualified(type.getAnnotation(Table.class)))
                .map(type -> naming.apply(named(type)))
                .toList();
    }

    private static boolean isQualified(@Nullable Table table) {
        return table != null && !(table.schema().isEmpty() && table.catalog().isEmpty());
    }

    /**
     * The type of the keys.
     *
     * @throws AuthSetupException when the entities do not agree, or have one that the library's changelog does not make
     */
    KeyType keyType() {
        Map<String, KeyType> types = new TreeMap<>();
        entities.values().forEach(type -> types.put(type.getSimpleName(), keyType(type)));
        Set<KeyType> different = Set.copyOf(types.values());
        if (different.size() > 1) {
            throw new AuthSetupException(List.of("key-types-differ: the keys of the entities are of different types: "
                    + types.entrySet().stream()
                            .map(key -> key.getKey() + " " + key.getValue())
                            .collect(Collectors.joining(", "))));
        }
        return different.isEmpty() ? KeyType.BIGINT : different.iterator().next();
    }

    private static KeyType keyType(Class<?> entity) {
        Class<?> key = Arrays.stream(entity.getMethods())
                .filter(method -> method.getName().equals("getId") && method.getParameterCount() == 0)
                .filter(method -> !method.isBridge())
                .<Class<?>>map(Method::getReturnType)
                .findFirst()
                .orElse(Object.class);
        if (key == UUID.class) {
            return KeyType.UUID;
        }
        if (key == String.class) {
            return KeyType.TEXT;
        }
        if (key == Long.class || key == long.class || key == Integer.class || key == int.class) {
            return KeyType.BIGINT;
        }
        throw new AuthSetupException(List.of("key-type-unknown: getId() of " + entity.getName() + " returns "
                + key.getSimpleName() + ", and the library makes tables with keys of Long, UUID or String"));
    }

    private static String named(Class<?> type) {
        Table table = type.getAnnotation(Table.class);
        if (table != null && !table.name().isEmpty()) {
            return table.name();
        }
        String name = type.getAnnotation(Entity.class).name();
        return name.isEmpty() ? type.getSimpleName() : name;
    }

    private static @Nullable AuthTable part(Class<?> type) {
        return PARTS.entrySet().stream()
                .filter(part -> part.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean extendsEntity(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return parent != null && (parent.isAnnotationPresent(Entity.class) || extendsEntity(parent));
    }

    private static Map<Class<?>, String> needed() {
        Map<Class<?>, String> needed = new LinkedHashMap<>();
        needed.put(AbstractUser.class, "Member");
        needed.put(AbstractProfile.class, "Profile");
        needed.put(AbstractOtpCode.class, "OtpCode");
        needed.put(AbstractSession.class, "Session");
        return needed;
    }

    private static Map<Class<?>, AuthTable> parts() {
        Map<Class<?>, AuthTable> parts = new LinkedHashMap<>();
        parts.put(AbstractUser.class, AuthTable.USER);
        parts.put(AbstractProfile.class, AuthTable.PROFILE);
        parts.put(AbstractOtpCode.class, AuthTable.CODE);
        parts.put(AbstractSession.class, AuthTable.SESSION);
        parts.put(AbstractDevice.class, AuthTable.DEVICE);
        parts.put(AbstractSocialAccount.class, AuthTable.SOCIAL);
        parts.put(AbstractSmsLog.class, AuthTable.SMS_LOG);
        parts.put(AbstractEmailLog.class, AuthTable.EMAIL_LOG);
        parts.put(AbstractAuthEvent.class, AuthTable.EVENT);
        parts.put(AbstractLegacyLink.class, AuthTable.LEGACY_LINK);
        parts.put(AbstractTotp.class, AuthTable.TOTP);
        parts.put(AbstractRecoveryCode.class, AuthTable.RECOVERY_CODE);
        parts.put(AbstractTrustedBrowser.class, AuthTable.TRUSTED_BROWSER);
        parts.put(AbstractAuthChallenge.class, AuthTable.CHALLENGE);
        parts.put(AbstractPasskey.class, AuthTable.PASSKEY);
        return parts;
    }
}
