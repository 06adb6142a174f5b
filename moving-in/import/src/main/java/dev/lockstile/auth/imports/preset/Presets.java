package dev.lockstile.auth.imports.preset;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Presets by name. */
public final class Presets {

    private static final Map<String, Supplier<SystemPreset>> SYSTEMS = Map.of(
            "devise", SystemPresets::devise,
            "laravel", SystemPresets::laravel,
            "spring-security", SystemPresets::springSecurity,
            "authjs", SystemPresets::authJs,
            "wordpress", SystemPresets::wordPress,
            "aspnet-identity", SystemPresets::aspNetIdentity);
    private static final List<String> NAMES = List.of(
            JbDrfAuthPreset.NAME,
            DjangoPreset.NAME,
            FastApiUsersPreset.NAME,
            MongoPhoneOtpPreset.NAME,
            "devise",
            "laravel",
            "spring-security",
            KeycloakPreset.NAME,
            "authjs",
            "wordpress",
            "aspnet-identity");

    private Presets() {}

    /** {@return the names of all presets that come with the library} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * {@return the preset of that name}
     *
     * @param name as on the command line
     * @param tablePrefix the prefix of the source tables, for presets that have one; null for the usual or detected one
     * @throws IllegalArgumentException when there is no such preset; the message lists them
     */
    public static Preset named(String name, @Nullable String tablePrefix) {
        return switch (name) {
            case JbDrfAuthPreset.NAME ->
                tablePrefix == null ? JbDrfAuthPreset.discovering() : JbDrfAuthPreset.withPrefix(tablePrefix);
            case DjangoPreset.NAME ->
                tablePrefix == null ? DjangoPreset.standard() : DjangoPreset.withCodeApp(tablePrefix);
            case FastApiUsersPreset.NAME -> new FastApiUsersPreset();
            case MongoPhoneOtpPreset.NAME -> new MongoPhoneOtpPreset();
            case KeycloakPreset.NAME -> new KeycloakPreset();
            default -> system(name).prefixed(tablePrefix);
        };
    }

    private static SystemPreset system(String name) {
        Supplier<SystemPreset> found = SYSTEMS.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no preset " + name + "; there are: " + String.join(", ", NAMES));
        }
        return found.get();
    }
}
