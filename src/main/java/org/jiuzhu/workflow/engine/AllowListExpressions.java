package org.jiuzhu.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jiuzhu.workflow.engine.LeanEngine.AllowedBeans;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/**
 * Expressions in models reach process variables, the execution's own keys, and beans marked
 * {@link org.jiuzhu.workflow.ForModels}. No reflection, no static access, no property of any other object: an uploaded
 * model is code, and this is all it can say.
 */
class AllowListExpressions extends JuelExpressionManager {

    private final AllowedBeans beans;
    private final Map<String, Object> named = new ConcurrentHashMap<>();
    private final Map<Call, Method> methods = new ConcurrentHashMap<>();

    AllowListExpressions(AllowedBeans beans) {
        this.beans = beans;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new BeanNames());
        resolver.add(new AllowedMembers());
        return resolver;
    }

    /** {@code ${referrals…}}: the bean's name. */
    private class BeanNames extends ReadOnlyResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            Object bean = base == null ? bean(String.valueOf(property)) : null;
            if (bean != null) {
                context.setPropertyResolved(true);
            }
            return bean;
        }
    }

    /** What was found once is kept: models ask for it at every step; an unknown name may be anything and is not. */
    private @Nullable Object bean(String name) {
        Object known = named.get(name);
        if (known == null && beans.allows(name)) {
            known = beans.get(name);
            named.put(name, known);
        }
        return known;
    }

    private record Call(Class<?> type, String name, int values) {}

    private static Method find(Call call) {
        return Arrays.stream(call.type().getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isBridge() && m.getName().equals(call.name()) && m.getParameterCount() == call.values())
                .findFirst()
                .orElseThrow(() ->
                        new MethodNotFoundException("No method " + call.name() + " with " + call.values() + " values"));
    }

    /** The methods of those beans, and three keys of an execution or task; everything else is refused. */
    private class AllowedMembers extends ReadOnlyResolver {

        private static final List<String> KEYS =
                List.of("id", "businessKey", "processBusinessKey", "processInstanceId");

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null) {
                return null;
            }
            String key = String.valueOf(property);
            if (base instanceof DelegateExecution execution && KEYS.contains(key)) {
                context.setPropertyResolved(true);
                return switch (key) {
                    case "id" -> execution.getId();
                    case "processInstanceId" -> execution.getProcessInstanceId();
                    default -> execution.getProcessBusinessKey();
                };
            }
            if (base instanceof DelegateTask task && "id".equals(key)) {
                context.setPropertyResolved(true);
                return task.getId();
            }
            throw new PropertyNotFoundException("Models may not read '" + key + "' here");
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] params) {
            if (base == null) {
                return null;
            }
            String name = String.valueOf(method);
            Object[] arguments = params == null ? new Object[0] : params;
            Class<?> type = AopUtils.getTargetClass(base);
            if (type.isAnnotationPresent(org.jiuzhu.workflow.ForModels.class)) {
                Method found = method(type, name, arguments.length);
                context.setPropertyResolved(true);
                return call(context, base, found, arguments);
            }
            throw new MethodNotFoundException("Models may not call '" + name + "' here");
        }

        private Method method(Class<?> type, String name, int count) {
            return methods.computeIfAbsent(new Call(type, name, count), AllowListExpressions::find);
        }

        private @Nullable Object call(ELContext context, Object base, Method method, Object[] arguments) {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                Object given = arguments[i];
                Class<?> wanted = method.getParameterTypes()[i];
                values[i] = given == null || wanted.isInstance(given) ? given : context.convertToType(given, wanted);
            }
            try {
                return method.invoke(base, values);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new ELException(thrown.getCause());
            } catch (IllegalAccessException hidden) {
                throw new ELException("A bean for models must be a public class: " + method, hidden);
            }
        }
    }

    private abstract static class ReadOnlyResolver extends ELResolver {

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            throw new PropertyNotFoundException("Models may not set '" + property + "'");
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }

        public @Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
                ELContext context, @Nullable Object base) {
            return null;
        }
    }
}
