package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads projects on the Django library jb-drf-auth 0.1: the tables {@code <app>_user}, {@code <app>_profile}, {@code
 * <app>_device} and {@code <app>_socialaccount}. That library required a verified account, with one flag for e-mail and
 * phone, and truncated passwords at bcrypt's 72 bytes; both are preserved.
 */
public final class JbDrfAuthPreset extends Preset {

    /** The name of this preset. */
    public static final String NAME = "jb-drf-auth";

    private static final String USUAL_PREFIX = "authentication";

    private static final List<FactorMapping> FACTORS = List.of(FactorMapping.djangoOtp(), FactorMapping.allauth());

    private final @Nullable String prefix;
    private final List<FactorMapping> factors;

    private JbDrfAuthPreset(@Nullable String prefix, List<FactorMapping> factors) {
        this.prefix = prefix;
        this.factors = factors;
    }

    /**
     * {@return a preset that finds the app by its tables: {@code authentication}, or else the only app with users and
     * profiles}
     */
    public static JbDrfAuthPreset discovering() {
        return new JbDrfAuthPreset(null, FACTORS);
    }

    /**
     * {@return a preset that takes the tables of a named app}
     *
     * @param prefix the app's label, such as {@code accounts}; a trailing underscore is ignored
     */
    public static JbDrfAuthPreset withPrefix(String prefix) {
        return new JbDrfAuthPreset(prefix.replaceFirst("_+$", ""), FACTORS);
    }

    @Override
    public JbDrfAuthPreset withFactors(FactorMapping... mappings) {
        return new JbDrfAuthPreset(prefix, List.of(mappings));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        Realm.requireNone(reading.options().realm(), name());
        PersonSource people = new JbPersonSource(source, new DjangoTables(source, prefixIn(source)), reading);
        return FactorPreset.over(people, source, reading, factors);
    }

    private String prefixIn(Source source) {
        if (prefix != null) {
            return prefix;
        }
        List<String> labels = DjangoTables.labels(source);
        if (labels.size() > 1 && !labels.contains(USUAL_PREFIX)) {
            throw new SourceUnusableException("several apps in " + source.description() + " have users and profiles: "
                    + labels + ". Say which (--table-prefix).");
        }
        return labels.size() == 1 ? labels.get(0) : USUAL_PREFIX;
    }
}
