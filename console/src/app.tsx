/** The frame and, in it, the view that the address names. */

import { Header } from './frame/header.js';
import { TokenForm } from './frame/token-form.js';
import { place } from './navigation.js';
import { tokenIsWanted } from './token.js';
import { VIEWS } from './views/index.js';

export function App() {
  const { view } = place.value;
  const { title, Component } = VIEWS[view];
  return (
    <>
      <a class="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1} aria-label={title}>
        {tokenIsWanted.value ? <TokenForm /> : <Component key={view} />}
      </main>
    </>
  );
}

/** The fragment says where one is, so it cannot also be followed. */
function focusMain(event: Event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
