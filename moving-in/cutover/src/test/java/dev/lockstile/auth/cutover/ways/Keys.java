package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.imports.FactorKeyVectors;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.passkey.Passkeys;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What opens the second factors of a case.
 *
 * @param factorKey the old application's key, by its place among the vectors; null for none
 * @param relyingParty of the passkeys; null for none
 */
record Keys(@Nullable String factorKey, @Nullable String relyingParty) {

    static final Keys NONE = new Keys(null, null);
    static final OldPasskey PASSKEY = new OldPasskey();

    private static final Pattern PLACE = Pattern.compile("\\$\\{(vector|passkey) ([^}]+)}");

    Keys withFactorKey(String path) {
        return new Keys(path, relyingParty);
    }

    Keys withPasskeys(String party) {
        return new Keys(factorKey, party);
    }

    ImportOptions added(ImportOptions options) {
        ImportOptions keyed = factorKey == null
                ? options
                : options.withFactorKey(FactorKey.of(text(factorKey).getBytes(StandardCharsets.UTF_8)));
        return relyingParty == null ? keyed : keyed.withPasskeysOf(relyingParty);
    }

    AuthBuilder added(AuthBuilder builder) {
        return relyingParty == null
                ? builder
                : builder.passkeys(Passkeys.relyingParty(relyingParty, "Acme", "https://" + relyingParty));
    }

    /** Rails derives its key from two texts. */
    private static String text(String path) {
        return path.equals("rails")
                ? "primary_key: " + FactorKeyVectors.of("rails/primary") + "\nkey_derivation_salt: "
                        + FactorKeyVectors.of("rails/salt") + "\n"
                : FactorKeyVectors.of(path);
    }

    static String filled(String statement) {
        return PLACE.matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("vector")
                                ? FactorKeyVectors.of(found.group(2))
                                : PASSKEY.part(found.group(2))));
    }
}
