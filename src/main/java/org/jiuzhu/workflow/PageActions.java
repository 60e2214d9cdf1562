package org.jiuzhu.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.PageAction.About;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every module's {@link PageAction}. */
@Component
public class PageActions {

    private final List<PageAction> actions;
    private final Words words;

    PageActions(List<PageAction> actions, Words words) {
        this.actions = actions;
        this.words = words;
    }

    public record Link(String label, String href) {}

    /** What this actor may do about it now. */
    public List<Link> offered(About about, long id, Actor actor) {
        return actions.stream()
                .filter(action -> action.about() == about && action.isOffered(id, actor))
                .map(action -> new Link(words.say("action." + action.key()), "/actions/" + action.key() + "/" + id))
                .toList();
    }

    /** @throws Refusal NOT_FOUND if there is no such action, or it is not this actor's to do now */
    public PageAction of(String key, long id, Actor actor) {
        return actions.stream()
                .filter(action -> action.key().equals(key) && action.isOffered(id, actor))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "action.notOffered"));
    }

    public String form(PageAction action) {
        try {
            return new ClassPathResource("forms/" + action.module() + "/" + action.key() + ".form")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
