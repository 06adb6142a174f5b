package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Source;

/**
 * A Django project with the stock {@code auth_user} table, which may have an application that signs customers in by code
 * ({@code core_customer} and {@code core_otp}). Django lets in whoever knows the password and asks for no proof of the
 * address; whoever could sign in there can sign in here.
 */
public final class DjangoPreset implements Preset {

    /** The name of this preset. */
    public static final String NAME = "django";

    private final String codeApp;

    private DjangoPreset(String codeApp) {
        this.codeApp = codeApp;
    }

    /** The code application is called {@code core}, if there is one. */
    public static DjangoPreset standard() {
        return new DjangoPreset("core");
    }

    /**
     * The code application has another label.
     *
     * @param label such as {@code billing}; a trailing underscore does no harm
     */
    public static DjangoPreset withCodeApp(String label) {
        return new DjangoPreset(label.replaceFirst("_+$", ""));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PersonSource open(Source source, PersonBuilder.Reading reading) {
        return new DjangoPersonSource(
                new DjangoTables(source, "auth"), new DjangoTables(source, codeApp), source, reading);
    }
}
