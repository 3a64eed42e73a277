package ehpc.local.internal.operation;

import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.job.KeptRecords;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The operations on the job templates of the account. */
final class JobTemplateOperations {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NUMBER = "nth";
    private static final List<String> TEXTS = List.of(
            "ArrayRequest",
            "ClockTime",
            "CommandLine",
            "InputFileUrl",
            "Mem",
            "Name",
            "PackagePath",
            "Queue",
            "RunasUser",
            "StderrRedirectPath",
            "StdoutRedirectPath",
            "UnzipCmd");
    private static final List<String> NUMBERS = List.of("Gpu", "Node", "Priority", "Task", "Thread");
    private static final List<String> FLAGS = List.of("ReRunable", "WithUnzipCmd");

    private final KeptRecords templates;

    JobTemplateOperations(JobRegistry jobs) {
        this.templates = jobs.templates();
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "CreateJobTemplate", this::create,
                "EditJobTemplate", this::edit,
                "ListJobTemplates", this::list,
                "DeleteJobTemplates", this::delete);
    }

    private Map<String, ?> create(Call call) {
        List<String> created = new ArrayList<>();
        templates.change(content -> {
            int nth = content.last() + 1;
            Map<String, Object> template = given(call);
            template.put(NUMBER, nth);
            created.add(Ids.jobTemplate(nth));
            return content.with(created.get(0), template);
        });
        return AnswerFields.of("TemplateId", created.get(0));
    }

    /** Changes what is given, and keeps the rest. */
    private Map<String, ?> edit(Call call) {
        String id = call.text("TemplateId");
        templates.change(content -> {
            mustExist(call, "TemplateId", id, content);
            Map<String, Object> template = new LinkedHashMap<>(content.all().get(id));
            template.putAll(given(call));
            return content.with(id, template);
        });
        return AnswerFields.of("TemplateId", id);
    }

    private Map<String, ?> list(Call call) {
        var found = templates.content().all().entrySet().stream()
                .filter(template -> call.optional("Name")
                        .map(template.getValue().get("Name")::equals)
                        .orElse(true))
                .sorted(Comparator.comparing(
                        template -> (Integer) template.getValue().get(NUMBER)))
                .toList();
        return Page.of(call)
                .of(found, "Templates", "JobTemplates", template -> rendered(template.getKey(), template.getValue()));
    }

    private Map<String, ?> delete(Call call) {
        templates.change(content -> {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < call.objects("Templates").size(); i++) {
                ids.add(call.field("Templates", i, "Id"));
                mustExist(call, "Templates[" + (i + 1) + "].Id", ids.get(i), content);
            }
            return content.without(ids);
        });
        return Map.of();
    }

    /** Returns the given parameters, as the list shows them. */
    private static Map<String, Object> given(Call call) {
        Map<String, Object> template = new LinkedHashMap<>();
        TEXTS.forEach(name -> call.optional(name).ifPresent(text -> template.put(name, text)));
        NUMBERS.forEach(name -> call.optional(name).ifPresent(text -> template.put(name, Integer.valueOf(text))));
        FLAGS.forEach(name -> call.optional(name).ifPresent(text -> template.put(name, Boolean.valueOf(text))));
        if (call.parameters().containsKey("Variables")) {
            template.put("Variables", MAPPER.writeValueAsString(call.objects("Variables")));
        }
        return template;
    }

    private static AnswerFields rendered(String id, Map<String, Object> template) {
        AnswerFields fields = AnswerFields.of("Id", id);
        TEXTS.forEach(name -> fields.and(name, template.getOrDefault(name, "")));
        NUMBERS.forEach(name -> fields.and(name, template.getOrDefault(name, 0)));
        FLAGS.forEach(name -> fields.and(name, template.getOrDefault(name, false)));
        return fields.and("Variables", template.getOrDefault("Variables", ""));
    }

    private static void mustExist(Call call, String parameter, String id, KeptRecords.Content content) {
        if (!content.all().containsKey(id)) {
            throw call.invalid(parameter + " must be the id of a job template, is " + id);
        }
    }
}
