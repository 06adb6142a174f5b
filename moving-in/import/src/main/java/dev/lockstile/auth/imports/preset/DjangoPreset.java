package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;
import java.util.List;

/**
 * Reads a Django project with the stock {@code auth_user} table and, if present, an application that signs customers in
 * by code ({@code core_customer} and {@code core_otp}), and second factors of django-otp and django-allauth ({@link
 * FactorMapping#allauth()}). Django requires no verified address, so every user with a password can sign in to the
 * target with it.
 */
public final class DjangoPreset extends Preset {

    /** The name of this preset. */
    public static final String NAME = "django";

    private static final List<FactorMapping> FACTORS = List.of(FactorMapping.djangoOtp(), FactorMapping.allauth());

    private final String codeApp;
    private final List<FactorMapping> factors;

    private DjangoPreset(String codeApp, List<FactorMapping> factors) {
        this.codeApp = codeApp;
        this.factors = factors;
    }

    /** {@return the preset for a code application called {@code core}, if there is one} */
    public static DjangoPreset standard() {
        return new DjangoPreset("core", FACTORS);
    }

    /**
     * {@return the preset for a code application with another label}
     *
     * @param label such as {@code billing}; a trailing underscore is ignored
     */
    public static DjangoPreset withCodeApp(String label) {
        return new DjangoPreset(label.replaceFirst("_+$", ""), FACTORS);
    }

    @Override
    public DjangoPreset withFactors(FactorMapping... mappings) {
        return new DjangoPreset(codeApp, List.of(mappings));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        Realm.requireNone(reading.options().realm(), name());
        PersonSource people = new DjangoPersonSource(
                new DjangoTables(source, "auth"), new DjangoTables(source, codeApp), source, reading);
        return FactorPreset.over(people, source, reading, factors);
    }
}
