package dev.lockstile.auth.spring.internal.security;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The servlet that the container has chosen for a request, whatever the spelling of the path. */
final class TargetServlet {

    private static final Set<String> OURS =
            Set.of("dev.lockstile.auth.http.AuthServlet", "dev.lockstile.auth.pages.PagesServlet");
    private static final String STARTER = "dev.lockstile.auth.spring.internal.";
    private static final String H2_CONSOLE = "org.h2.server.web.";

    private TargetServlet() {}

    /** True for the endpoints, the pages and the development inbox, which do all checks themselves. */
    static boolean isOurs(HttpServletRequest request) {
        String type = type(request);
        return OURS.contains(type) || type.startsWith(STARTER);
    }

    /** True for a console that runs any SQL. */
    static boolean isConsole(HttpServletRequest request) {
        return type(request).startsWith(H2_CONSOLE);
    }

    /** Empty where no servlet is chosen, as in a test without a container. */
    private static String type(HttpServletRequest request) {
        String name = DispatchTarget.of(request).servletName();
        ServletRegistration servlet =
                name == null ? null : request.getServletContext().getServletRegistration(name);
        String type = servlet == null ? null : servlet.getClassName();
        return type == null ? "" : type;
    }
}
