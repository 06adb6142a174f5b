package dev.lockstile.auth.http.settings;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that the servlets of one web application agree on registration. Each declares at its initialization whether it
 * offers registration; endpoints and pages with the same {@code Auth} have to declare the same.
 */
public final class SignUpOffer {

    private static final String ATTRIBUTE = SignUpOffer.class.getName();

    private SignUpOffer() {}

    /**
     * Declares whether a servlet offers registration. Servlets of other web applications are not checked.
     *
     * @param application the servlet context of the servlets
     * @param auth the services that the servlet calls
     * @param kind of servlet, such as {@code endpoints} or {@code pages}
     * @param offered whether it offers registration
     * @throws AuthSetupException when a servlet of another kind declared the opposite
     */
    public static void declare(ServletContext application, Auth auth, String kind, boolean offered) {
        synchronized (application) {
            Map<String, Boolean> known = declared(application).computeIfAbsent(auth, first -> new HashMap<>());
            known.forEach((other, offers) -> {
                if (!other.equals(kind) && offers != offered) {
                    throw disagreement(offered ? kind : other, offered ? other : kind);
                }
            });
            known.put(kind, offered);
        }
    }

    @SuppressWarnings("unchecked") // no other code writes this attribute
    private static Map<Auth, Map<String, Boolean>> declared(ServletContext application) {
        Object known = application.getAttribute(ATTRIBUTE);
        if (known != null) {
            return (Map<Auth, Map<String, Boolean>>) known;
        }
        Map<Auth, Map<String, Boolean>> none = new IdentityHashMap<>();
        application.setAttribute(ATTRIBUTE, none);
        return none;
    }

    private static AuthSetupException disagreement(String offering, String closed) {
        return new AuthSetupException(List.of("sign-up: the " + offering + " offer registration, the " + closed
                + " do not: make the pages with PageSettings.from(the settings of the endpoints), or leave sign-up out of"
                + " both with withoutSignUp() and without(EndpointGroup.SIGN_UP)"));
    }
}
