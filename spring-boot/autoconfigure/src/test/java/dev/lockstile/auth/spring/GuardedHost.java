package dev.lockstile.auth.spring;

import dev.lockstile.auth.testkit.RecordingEmailSender;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.h2.server.web.JakartaWebServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What a host has beside the endpoints: a servlet, files, controllers, the actuator and the console of H2. */
@Configuration(proxyBeanMethods = false)
class GuardedHost {

    static final String USER = "ana@shop.example";
    static final String SUPERUSER = "root@shop.example";

    @Bean
    ServletRegistrationBean<HttpServlet> reports() {
        return new ServletRegistrationBean<>(new Reports(), "/reports/*");
    }

    @Bean
    ServletRegistrationBean<JakartaWebServlet> console() {
        return new ServletRegistrationBean<>(new JakartaWebServlet(), "/h2-console/*");
    }

    /** The value of an Authorization header. */
    static String bearer(ConfigurableApplicationContext context, String email) {
        return bearer(context, Http.of(context), email);
    }

    static String bearer(ConfigurableApplicationContext context, Http http, String email) {
        HttpResponse<String> registered = http.post("/auth/register/", Http.registration(email));
        RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
        emails.await(email.equals(USER) ? 1 : 2, Duration.ofSeconds(20));
        http.confirm(emails.lastLink(email), registered);
        if (email.equals(SUPERUSER)) {
            context.getBean(JdbcTemplate.class)
                    .update("update member set is_superuser = true where email = ?", SUPERUSER);
        }
        return "Bearer " + Http.access(http.post("/auth/login/basic/", Http.login(email)));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> dispatcher() {
        ServletRegistrationBean<HttpServlet> registration =
                new ServletRegistrationBean<>(new AsyncDispatcher(), "/open/dispatch");
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    ServletRegistrationBean<HttpServlet> includer() {
        return new ServletRegistrationBean<>(new Includer(), "/open/include/*");
    }

    /** A page that shows what another servlet writes: {@code /open/include/reports/x} that of the reports. */
    static final class Includer extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            ContentCachingResponseWrapper part = new ContentCachingResponseWrapper(response);
            request.getRequestDispatcher(request.getPathInfo()).include(request, part);
            String text = new String(part.getContentAsByteArray(), StandardCharsets.UTF_8);
            response.getOutputStream().print("begin " + text + " end");
        }
    }

    /** A servlet of the host's own. */
    static final class Reports extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("report for " + request.getRemoteUser());
        }
    }

    /** Has another servlet answer, on another thread. */
    static final class AsyncDispatcher extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.startAsync().dispatch("/reports/x");
        }
    }

    @Controller
    static class HostController {

        @GetMapping("/api/admin")
        @PreAuthorize("hasRole('ADMIN')")
        @ResponseBody
        String admin() {
            return "admin";
        }

        @GetMapping("/api/root")
        @PreAuthorize("hasAuthority('right:superuser')")
        @ResponseBody
        String root() {
            return "root";
        }

        @GetMapping("/open/forward")
        String forward() {
            return "forward:/reports/x";
        }

        @GetMapping("/api/later")
        @ResponseBody
        Callable<String> later() {
            return () -> "later";
        }

        @GetMapping("/api/broken")
        @ResponseBody
        String broken() {
            throw new IllegalStateException("as the test wants");
        }

        @GetMapping("/auth-like")
        @ResponseBody
        String authLike() {
            return "auth-like";
        }
    }
}
