package dev.lockstile.auth.spring.openid;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Web servers on free ports of this machine. */
public final class OpenIdHosts {

    private OpenIdHosts() {}

    /** Spring Authorization Server. */
    public static Tomcat provider() throws LifecycleException {
        Tomcat tomcat = tomcat();
        Context context = tomcat.addContext("", System.getProperty("java.io.tmpdir"));
        Tomcat.addServlet(context, "nothing", new HttpServlet() {});
        context.addServletMappingDecoded("/", "nothing");
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
                    spring.register(OpenIdServer.class);
                    spring.setServletContext(servlets);
                    spring.refresh();
                    servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                            .addMappingForUrlPatterns(null, false, "/*");
                },
                Set.of());
        tomcat.start();
        return tomcat;
    }

    /** The endpoints, and an empty page that scripts run on. */
    static void serve(Tomcat tomcat, Auth auth) throws LifecycleException {
        Context context = tomcat.addContext("", System.getProperty("java.io.tmpdir"));
        Tomcat.addServlet(
                context, "auth", new AuthServlet(auth, HttpSettings.defaults().withSnakeCase()));
        context.addServletMappingDecoded("/auth/*", "auth");
        Tomcat.addServlet(context, "page", new EmptyPage());
        context.addServletMappingDecoded("/", "page");
    }

    static Tomcat tomcat() {
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(0);
        tomcat.setHostname("127.0.0.1");
        tomcat.getConnector();
        return tomcat;
    }

    public static String address(Tomcat tomcat) {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    private static final class EmptyPage extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html;charset=utf-8");
            response.getWriter().write("<!doctype html><title>host</title>");
        }
    }
}
