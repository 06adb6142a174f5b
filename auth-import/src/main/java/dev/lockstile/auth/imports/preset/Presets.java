package dev.lockstile.auth.imports.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The presets by their names. */
public final class Presets {

    private static final List<String> NAMES =
            List.of(JbDrfAuthPreset.NAME, DjangoPreset.NAME, FastApiUsersPreset.NAME, MongoPhoneOtpPreset.NAME);

    private Presets() {}

    public static List<String> names() {
        return NAMES;
    }

    /**
     * The preset of that name.
     *
     * @param tablePrefix the old tables' prefix where the preset has a use for one; null to let it find out
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
