package org.jiuzhu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the thread of a request to the rows its user may see. */
final class ScopeFilter extends OncePerRequestFilter {

    private final CurrentActor actors;
    private final Relatives relatives;

    ScopeFilter(CurrentActor actors, Relatives relatives) {
        this.actors = actors;
        this.relatives = relatives;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataScope scope = actors.find().map(this::scope).orElse(DataScope.NOTHING);
        try {
            scope.run(() -> {
                try {
                    chain.doFilter(request, response);
                } catch (ServletException | IOException failed) {
                    throw new Carried(failed);
                }
            });
        } catch (Carried carried) {
            if (carried.getCause() instanceof IOException io) {
                throw io;
            }
            throw (ServletException) carried.getCause();
        }
    }

    private DataScope scope(Actor actor) {
        DataScope scope = AccessScope.of(actor);
        return scope.equals(DataScope.NOTHING)
                ? scope
                : scope.without(DataScope.system("whose relatives").call(() -> relatives.closedTo(actor.username())));
    }

    private static final class Carried extends RuntimeException {
        Carried(Exception cause) {
            super(cause);
        }
    }
}
