package org.jiuzhu.lead;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be read of a lead: by its source, and by whoever sees its place. */
@Component
public class LeadReader {

    private final LeadRepository leads;
    private final LeadReplies replies;
    private final MessageSource messages;
    private final DataScopes scopes;
    private final TransactionTemplate transaction;

    LeadReader(
            LeadRepository leads,
            LeadReplies replies,
            MessageSource messages,
            DataScopes scopes,
            TransactionTemplate transaction) {
        this.leads = leads;
        this.replies = replies;
        this.messages = messages;
        this.scopes = scopes;
        this.transaction = transaction;
    }

    /** A lead and the answers owed to its source so far, in their order. */
    public record Standing(Lead lead, List<Answer> answers) {}

    /** @param ref the source's own reference, or our number */
    public Optional<Standing> find(LeadSource source, String ref) {
        return transaction.execute(status -> leads.findBySourceAndSourceRef(source, ref)
                .or(() -> leads.findByNumber(ref).filter(lead -> lead.source() == source))
                .map(lead -> new Standing(lead, replies.of(lead.id()))));
    }

    public Optional<Standing> find(String number) {
        return transaction.execute(
                status -> leads.findByNumber(number).map(lead -> new Standing(lead, replies.of(lead.id()))));
    }

    /** As the hotline itself, which sees its own tickets wherever they went; its waiting answers count as fetched. */
    public Optional<Standing> fetch(LeadSource source, String ref) {
        return scopes.asSystem("source asks", () -> {
            Optional<Standing> found = find(source, ref);
            found.ifPresent(standing -> transaction.executeWithoutResult(
                    status -> replies.fetched(standing.lead().id())));
            return found;
        });
    }

    /** As whoever handed it in, wherever it went; its waiting answers count as fetched. */
    Optional<Standing> fetch(String number, Predicate<Lead> own) {
        return scopes.asSystem("source asks", () -> {
            Optional<Standing> found = find(number).filter(standing -> own.test(standing.lead()));
            found.ifPresent(standing -> transaction.executeWithoutResult(
                    status -> replies.fetched(standing.lead().id())));
            return found;
        });
    }

    public String text(Answer answer, Lead lead, Locale language) {
        return AnswerText.of(answer, lead, messages, language);
    }
}
