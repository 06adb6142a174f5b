package dev.lockstile.auth.imports.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presets by name. */
public final class Presets {

    private static final List<String> NAMES =
            List.of(JbDrfAuthPreset.NAME, DjangoPreset.NAME, FastApiUsersPreset.NAME, MongoPhoneOtpPreset.NAME);

    private Presets() {}

    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns the preset of that name.
     *
     * @param tablePrefix the prefix of the source tables, for presets that have one; null to detect it
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
            default ->
                throw new IllegalArgumentException("no preset " + name + "; there are: " + String.join(", ", NAMES));
        };
    }
}
