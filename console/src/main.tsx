/** The web console: a look into one host, live. */

import { render } from 'preact';
import { App } from './app.js';
import { followHost } from './live/feed.js';
import './style/index.css';

followHost();
render(<App />, document.body);
