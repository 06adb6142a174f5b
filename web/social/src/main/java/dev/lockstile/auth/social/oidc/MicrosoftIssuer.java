package dev.lockstile.auth.social.oidc;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Issuers of Microsoft Entra ID: one for each tenant. For the endpoints of many tenants the discovery document has a
 * template, and a token's issuer is the template with the token's own tenant in it.
 *
 * @param site where all tenants lie, without a slash at the end
 * @param tenant an id, or {@code common}, {@code organizations}, {@code consumers}
 */
record MicrosoftIssuer(String site, String tenant) implements IssuerRule {

    static final String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private static final String PLACEHOLDER = "{tenantid}";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> MANY = Set.of("common", "organizations");

    MicrosoftIssuer {
        if (!MANY.contains(tenant)
                && !"consumers".equals(tenant)
                && !ID.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "a tenant is its id in lower case, or common, organizations or consumers");
        }
    }

    @Override
    public String discovery() {
        return site + "/" + tenant + "/v2.0";
    }

    @Override
    public String announced() {
        if (MANY.contains(tenant)) {
            return of(PLACEHOLDER);
        }
        return of("consumers".equals(tenant) ? CONSUMERS : tenant);
    }

    @Override
    public boolean hasMany() {
        return MANY.contains(tenant);
    }

    @Override
    public @Nullable String issuerOf(Json claims) {
        String id = tenantOf(claims);
        if (id == null || "organizations".equals(tenant) && CONSUMERS.equals(id)) {
            return null;
        }
        String issuer = of(id);
        boolean own = MANY.contains(tenant) || announced().equals(issuer);
        return own && issuer.equals(claims.text("iss")) ? issuer : null;
    }

    /** A key says whose tokens it signs: those of every tenant by the template, or of one. */
    @Override
    public boolean isKeyFor(@Nullable String keyIssuer, Json claims) {
        String id = tenantOf(claims);
        return keyIssuer == null || id != null && of(id).equals(keyIssuer.replace(PLACEHOLDER, id));
    }

    /**
     * Tenants write any address into {@code email}; {@code xms_edov} says that the owner of its domain is verified, and
     * has to be switched on among the optional claims. Microsoft writes {@code true} or {@code "1"}.
     */
    static boolean isEmailVerified(Json claims) {
        return claims.isTrue("xms_edov") || "1".equals(claims.text("xms_edov"));
    }

    private static @Nullable String tenantOf(Json claims) {
        String id = claims.text("tid");
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    private String of(String id) {
        return site + "/" + id + "/v2.0";
    }
}
