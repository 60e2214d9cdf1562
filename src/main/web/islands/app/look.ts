/** Theme and text size change at once and are kept in a cookie for the server, which renders the next page with them. */
const year = 31536000;

export function lookSwitches(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-set-theme], [data-set-size]');
    if (!button) return;
    const kind = button.dataset.setTheme === undefined ? 'size' : 'theme';
    const now = document.documentElement.dataset[kind];
    const [plain, other] = kind === 'theme' ? ['light', 'dark'] : ['normal', 'large'];
    const next = now === other ? plain : other;
    document.documentElement.dataset[kind] = next;
    document.querySelectorAll(`[data-set-${kind}]`).forEach((each) => each.setAttribute('aria-pressed', String(next === other)));
    document.cookie = `jz_${kind}=${next};path=/;max-age=${year};SameSite=Lax`;
  });
}
